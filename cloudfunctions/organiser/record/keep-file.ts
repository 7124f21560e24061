import { AppError, refuse } from '#shared/refusal/errors';
import { keepFile } from '#shared/contract/record/keep-file';
import { fileKinds, type MediaType } from '#shared/file/file-kind';
import { requireKind, requireStripped } from '#shared/file/file-content';
import { mostBytesOf, requireRoom, tooLarge } from '#shared/record/record-files';
import { changeFiles } from '#shared/record/record-life';
import type { ContentCheck, RecordFile } from '#shared/record/record';
import { onSteps } from '../../entry/handler';
import { requireHand } from '../../work/record/act-for-unit';
import { stepBy } from '../../work/record/step-by';
import { discardFile, fetchFile, keepFile as storeFile, pathOf } from '../../platform/files';
import { privatePath } from '../../platform/private-path';
import { noteWaiting } from '../../store/record/content-checks';
import { askAboutFile, keepPictureAsks } from '../../store/record/picture-asks';
import { findRecord, findRevision, keepRecord } from '../../store/record/records';
import { isUploadPathOf } from '../../store/record/uploads';

type Purpose = RecordFile['purpose'];

/** A file as it may be kept. */
interface Prepared {
  mediaType: MediaType;
  bytes: Buffer;
  check: ContentCheck;
}

/** What was uploaded, if it is of a kind and size its purpose takes: a picture is stripped, and waits for the check. */
async function prepare(fileID: string, purpose: Purpose): Promise<Prepared> {
  const fetched = await fetchFile(fileID, mostBytesOf(purpose));
  if (fetched.result === 'missing') throw refuse('NOT_FOUND', { what: 'file' });
  if (fetched.result === 'too-large') throw tooLarge(purpose);
  const mediaType = requireKind(purpose, fetched.bytes);
  // WeChat checks pictures; of papers a reviewer is the check.
  if (purpose === 'attachment') return { mediaType, bytes: fetched.bytes, check: 'passed' };
  return { mediaType, bytes: Buffer.from(requireStripped(mediaType, fetched.bytes)), check: 'waiting' };
}

export const keepFileHandler = onSteps(keepFile, async (input, { caller, now, database, newId, step }) => {
  const { kind, id, purpose, fileID, name, reason } = input;
  if (!isUploadPathOf(pathOf(fileID) ?? '', caller.openid, purpose))
    throw refuse('NOT_FOUND', { what: 'file' });
  const requireReach = (record: Parameters<typeof caller.require>[0]) => {
    caller.require(record);
  };
  const current = await findRecord(database, kind, id);
  requireReach(current);
  await requireHand(database, caller, current);
  const done = current.files.find((file) => file.id === newId);
  if (done !== undefined) return { file: done, revision: current.revision };

  await findRevision(database, input, requireReach);
  requireRoom(current.files, purpose);
  let prepared: Prepared;
  try {
    prepared = await prepare(fileID, purpose);
  } catch (error) {
    if (error instanceof AppError) await discardFile(fileID);
    throw error;
  }
  const { mediaType, bytes, check } = prepared;
  const kept = await storeFile(privatePath('files', newId, fileKinds[mediaType].extension), bytes);
  const file: RecordFile = { id: newId, purpose, name, mediaType, bytes: bytes.length, fileID: kept, check };
  const ask =
    check === 'waiting' ? await askAboutFile(caller.openid, { kind, recordId: id, file, now }) : null;

  const record = await step('keep', async (transaction) => {
    const before = await findRevision(transaction, input, requireReach);
    await requireHand(transaction, caller, before);
    requireRoom(before.files, purpose);
    const taken = stepBy(caller.actingOn(before), now);
    const changed = await keepRecord(
      transaction,
      kind,
      changeFiles(before, [...before.files, file], reason, taken),
    );
    if (ask !== null) await keepPictureAsks(transaction, [ask]);
    await noteWaiting(transaction, {
      kind,
      before,
      kept: changed,
      openid: caller.openid,
      now,
      arePicturesAsked: ask !== null,
    });
    return changed;
  });
  await discardFile(fileID);
  return { file, revision: record.revision };
});
