import { toBulletinEntry } from '#shared/bulletin/bulletin-entry';
import { isFrozen } from '#shared/bulletin/report-for-bulletin';
import { mendRecord as contract } from '#shared/contract/record/mend-record';
import type { Activity } from '#shared/record/activity';
import { describeMending, mendRecord } from '#shared/record/mend-record';
import { refuse } from '#shared/refusal/errors';
import { onDecidedWrite } from '../../entry/handler';
import type { Transaction } from '../../platform/database';
import { entriesOfActivity, keepBulletinEntries } from '../../store/bulletin/bulletin-entries';
import { exceptionsOfUnit } from '../../store/bulletin/bulletin-exceptions';
import { findEdition } from '../../store/edition/editions';
import { noteWaiting } from '../../store/record/content-checks';
import { markForPairing } from '../../store/record/double-marks';
import { findRevision, keepRecord } from '../../store/record/records';
import { tell } from '../../work/notice/tell';
import { checkTexts } from '../../work/record/check-draft';
import { pairDoublesOf } from '../../work/record/pair-doubles';
import { stepBy } from '../../work/record/step-by';

/** Has the entries of bulletins that are still open follow. FROZEN when a closed one has the activity: the ministry has read it. */
async function followInBulletins(transaction: Transaction, mended: Activity, now: number): Promise<void> {
  const { id, editionId, unitId } = mended;
  const edition = await findEdition(transaction, editionId);
  const leaves = await exceptionsOfUnit(transaction, { editionId, unitId });
  const entries = (await entriesOfActivity(transaction, edition, id)).filter((each) => !each.withdrawn);
  if (entries.some((entry) => isFrozen(entry, edition, leaves, now)))
    throw refuse('FROZEN', { state: 'in-closed-bulletin' });
  const following = entries.map(({ day, receivedAt }) => toBulletinEntry(mended, day, receivedAt));
  await keepBulletinEntries(transaction, editionId, following);
}

export const mendRecordHandler = onDecidedWrite(contract, {
  prepare: async ({ texts }, { caller }) => {
    const asked = texts.map(({ text }, index) => ({ field: `texts.${index}.text`, text }));
    const { check, field } = await checkTexts(caller.openid, asked);
    if (check === 'rejected') throw refuse('CONTENT_REJECTED', { field: field === '' ? 'texts' : field });
    return check;
  },
  run: async (input, { caller, now, transaction }, _facts, check) => {
    const { kind, texts } = input;
    const before = await findRevision(transaction, input, (record) => {
      caller.require(record);
    });
    const mended = mendRecord(kind, before, texts, stepBy(caller.actingOn(before), now));
    const checked = check === 'passed' ? mended : { ...mended, check };
    const kept = await keepRecord(transaction, kind, checked);
    if ('days' in kept) {
      await followInBulletins(transaction, kept, now);
      await markForPairing(transaction, kept.id, now);
    }
    await noteWaiting(transaction, { kind, before, kept, openid: caller.openid, now });
    const { id, unitId, name, revision } = kept;
    await tell(transaction, {
      to: { unitId },
      kind: 'mended',
      about: { kind, id, name },
      note: describeMending(before, texts),
      event: `${id} ${revision}`,
      now,
    });
    return kept;
  },
  afterwards: ({ id }, context) => pairDoublesOf(context, id),
});
