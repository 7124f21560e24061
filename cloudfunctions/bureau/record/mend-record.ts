import { isFrozen } from '#shared/bulletin/report-for-bulletin';
import { mendRecord as contract } from '#shared/contract/record/mend-record';
import type { Activity } from '#shared/record/activity';
import { describeMending, mendRecord } from '#shared/record/mend-record';
import { refuse } from '#shared/refusal/errors';
import { onDecidedWrite } from '../../entry/handler';
import type { Transaction } from '../../platform/database';
import { entriesOfActivity } from '../../store/bulletin/bulletin-entries';
import { gatherCorrections } from '../../store/bulletin/corrections';
import { exceptionsOfUnit } from '../../store/bulletin/bulletin-exceptions';
import { findEdition } from '../../store/edition/editions';
import { noteWaiting } from '../../store/record/content-checks';
import { markForPairing } from '../../store/record/double-marks';
import { findRevision, keepRecord } from '../../store/record/records';
import { keepReported, type ReportedChange } from '../../work/bulletin/keep-reported';
import { tell } from '../../work/notice/tell';
import { checkTexts } from '../../work/record/check-draft';
import { pairDoublesOf } from '../../work/record/pair-doubles';
import { stepBy } from '../../work/record/step-by';

/** Keeps a mended activity; bulletins that are open follow. FROZEN when a closed one has it: the ministry has read it. */
async function keepMended(
  transaction: Transaction,
  { before, ...change }: Pick<ReportedChange, 'activity' | 'earlier' | 'now'> & { before: Activity },
): Promise<Activity> {
  const { editionId, unitId } = before;
  const edition = await findEdition(transaction, editionId);
  const leaves = await exceptionsOfUnit(transaction, { editionId, unitId });
  const entries = (await entriesOfActivity(transaction, before)).filter((each) => !each.withdrawn);
  if (entries.some((entry) => isFrozen(entry, edition, leaves, change.now)))
    throw refuse('FROZEN', { state: 'in-closed-bulletin' });
  return keepReported(transaction, { ...change, edition, before, entries: [], reason: '改正错字' });
}

export const mendRecordHandler = onDecidedWrite(contract, {
  prepare: async ({ texts }, { caller }) => {
    const asked = texts.map(({ text }, index) => ({ field: `texts.${index}.text`, text }));
    const { check, field } = await checkTexts(caller.openid, asked);
    if (check === 'rejected') throw refuse('CONTENT_REJECTED', { field: field === '' ? 'texts' : field });
    return check;
  },
  gather: ({ kind, id }, { database }) =>
    kind === 'activity' ? gatherCorrections(database, id) : Promise.resolve(null),
  run: async (input, { caller, now, transaction }, earlier, check) => {
    const { kind, texts } = input;
    const before = await findRevision(transaction, input, (record) => {
      caller.require(record);
    });
    const mended = mendRecord(kind, before, texts, stepBy(caller.actingOn(before), now));
    const checked = check === 'passed' ? mended : { ...mended, check };
    const kept =
      'days' in before && 'days' in checked
        ? await keepMended(transaction, { before, activity: checked, earlier, now })
        : await keepRecord(transaction, kind, checked);
    await markForPairing(transaction, { kind, id: kept.id }, now);
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
    return { ...kept, kind };
  },
  afterwards: ({ kind, id }, context) => pairDoublesOf(context, { kind, id }),
});
