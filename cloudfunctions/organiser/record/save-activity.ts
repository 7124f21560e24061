import { reportForBulletin } from '#shared/bulletin/report-for-bulletin';
import { refuse, type FieldProblem, wrongField } from '#shared/refusal/errors';
import { saveActivity } from '#shared/contract/record/save-activity';
import { problemsInEdition, type Activity } from '#shared/record/activity';
import { settleActivity } from '#shared/record/activity-life';
import { typedFields } from '#shared/record/record-kinds';
import { changeRecord } from '#shared/record/record-life';
import { onDecidedWrite } from '../../entry/handler';
import { stepBy } from '../../work/record/step-by';
import { entriesOfActivity, keepBulletinEntries } from '../../store/bulletin/bulletin-entries';
import { exceptionsOfUnit } from '../../store/bulletin/bulletin-exceptions';
import { gatherCorrections, keepCorrections, unchangedCorrections } from '../../store/bulletin/corrections';
import { noteWaiting } from '../../store/record/content-checks';
import { markForPairing } from '../../store/record/double-marks';
import { editionTakingRecords } from '../../store/edition/editions';
import { pairDoublesOf } from '../../work/record/pair-doubles';
import { findRevision, insertRecord, keepRecord } from '../../store/record/records';
import { markExceptionsUsed } from '../../work/bulletin/mark-exceptions-used';
import { envelopeFor, requireHand, tellEntered } from '../../work/record/act-for-unit';
import { checkDraft } from '../../work/record/check-draft';
import { releasedAsItComes } from '../../work/record/released-as-it-comes';

/** Problems of a draft, at the place it has in the request. */
function atDraft(at: string, problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.map((each) => ({ ...each, field: `${at}.${each.field}` }));
}

export const saveActivityHandler = onDecidedWrite(saveActivity, {
  prepare: ({ activity }, { caller }) =>
    checkDraft(caller.openid, 'activity', { at: 'activity', draft: activity }),
  gather: ({ change }, { database }) =>
    change === null ? Promise.resolve(null) : gatherCorrections(database, change.id),
  run: async (input, { caller, now, transaction, newId }, earlier, check) => {
    const edition = await editionTakingRecords(transaction);
    const fields = problemsInEdition(input.activity, edition);
    if (fields.length > 0) throw refuse('INVALID_INPUT', { fields: atDraft('activity', fields) });
    const before =
      input.change === null
        ? null
        : await findRevision(transaction, { kind: 'activity', ...input.change }, (record) => {
            caller.require(record);
          });

    if (before !== null) await requireHand(transaction, caller, before);
    const step = stepBy(caller.acting(), now);
    const becomes = input.activity.headcount === null ? 'announced' : 'reported';
    const typed = { ...input.activity, check, important: input.bulletin !== 'none' };
    const own = { id: newId, editionId: edition.id, forUnitId: input.forUnitId };
    const handedIn =
      before === null
        ? {
            ...(await envelopeFor(transaction, caller, own, { becomes, check, now })),
            ...typed,
            bulletin: { result: 'none' as const },
          }
        : changeRecord(before, typed, { fields: typedFields.activity, reason: input.reason, becomes }, step);
    const release = await releasedAsItComes(transaction, handedIn, step);
    const draft = settleActivity({ ...handedIn, release }, edition, handedIn.state);

    const entries = before === null ? [] : await entriesOfActivity(transaction, edition, draft.id);
    const leaves = await exceptionsOfUnit(transaction, { editionId: edition.id, unitId: draft.unitId });
    const report = reportForBulletin({
      edition,
      activity: draft,
      entries,
      wish: input.bulletin,
      namedDay: input.bulletinDay,
      now,
      leaves,
    });
    if (report.result === 'not-its-day') throw wrongField('bulletinDay', 'not-its-day');
    if (report.result === 'cut-off-passed') {
      throw refuse('CUTOFF_PASSED', { day: report.day, closedAt: report.closedAt, serverNow: now });
    }

    const activity: Activity = { ...draft, bulletin: report.outcome };
    if (before === null) await insertRecord(transaction, 'activity', activity);
    else await keepRecord(transaction, 'activity', activity);
    await keepBulletinEntries(transaction, edition.id, report.changed);
    await markExceptionsUsed(transaction, { edition, exceptions: leaves, entries: report.changed, now });
    if (before !== null && earlier !== null) {
      const corrections = unchangedCorrections(before, earlier);
      const change = { edition, activity, entries, corrections, leaves, now };
      await keepCorrections(transaction, { ...change, reason: input.reason });
    }
    await noteWaiting(transaction, { kind: 'activity', before, kept: activity, openid: caller.openid, now });
    await markForPairing(transaction, activity.id, now);
    await tellEntered(transaction, caller, { kind: 'activity', record: activity, now });
    return { activity };
  },
  afterwards: ({ activity }, context) => pairDoublesOf(context, activity.id),
});
