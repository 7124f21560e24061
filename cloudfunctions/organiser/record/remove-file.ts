import { refuse } from '#shared/refusal/errors';
import { removeFile } from '#shared/contract/record/remove-file';
import { changeFiles } from '#shared/record/record-life';
import { onWrite } from '../../entry/handler';
import { requireHand } from '../../work/record/act-for-unit';
import { stepBy } from '../../work/record/step-by';
import { noteWaiting } from '../../store/record/content-checks';
import { findRevision, keepRecord } from '../../store/record/records';

export const removeFileHandler = onWrite(removeFile, async (input, { caller, now, transaction }) => {
  const { kind, fileId, reason } = input;
  const before = await findRevision(transaction, input, (record) => {
    caller.require(record);
  });
  await requireHand(transaction, caller, before);
  const files = before.files.filter((file) => file.id !== fileId);
  if (files.length === before.files.length) throw refuse('NOT_FOUND', { what: 'file' });
  const step = stepBy(caller.actingOn(before), now);
  const kept = await keepRecord(transaction, kind, changeFiles(before, files, reason, step));
  await noteWaiting(transaction, { kind, before, kept, openid: caller.openid, now });
  return kept;
});
