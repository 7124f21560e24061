import { reportForBulletin, type ReportResult } from '#shared/bulletin/report-for-bulletin';
import { refuse, type FieldProblem, wrongField } from '#shared/refusal/errors';
import { saveActivity } from '#shared/contract/record/save-activity';
import { problemsInEdition, type Activity } from '#shared/record/activity';
import { settleActivity } from '#shared/record/activity-life';
import { typedFields } from '#shared/record/record-kinds';
import { changeRecord, newEnvelope } from '#shared/record/record-life';
import { onDecidedWrite } from '../../entry/handler';
import { gatherNamedUnits, keepNamedCoHosts, nameCoHosts } from '../../work/record/name-co-hosts';
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
import { checkDraft } from '../../work/record/check-draft';

/** Problems of a draft, at the place it has in the request. */
function atDraft(at: string, problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.map((each) => ({ ...each, field: `${at}.${each.field}` }));
}

/** What became of a report; refused where no bulletin takes it. */
function decided(report: ReportResult, now: number): Extract<ReportResult, { result: 'decided' }> {
  if (report.result === 'not-its-day') throw wrongField('bulletinDay', 'not-its-day');
  if (report.result === 'cut-off-passed') {
    throw refuse('CUTOFF_PASSED', { day: report.day, closedAt: report.closedAt, serverNow: now });
  }
  return report;
}

export const saveActivityHandler = onDecidedWrite(saveActivity, {
  prepare: ({ activity }, { caller }) =>
    checkDraft(caller.openid, 'activity', { at: 'activity', draft: activity }),
  gather: async ({ change, activity }, { database }) => ({
    earlier: change === null ? null : await gatherCorrections(database, change.id),
    known: await gatherNamedUnits(database, change?.id ?? null, activity.coHosts),
  }),
  run: async (input, { caller, now, transaction, newId }, { earlier, known }, check) => {
    const edition = await editionTakingRecords(transaction);
    const fields = problemsInEdition(input.activity, edition);
    if (fields.length > 0) throw refuse('INVALID_INPUT', { fields: atDraft('activity', fields) });
    const before =
      input.change === null
        ? null
        : await findRevision(transaction, { kind: 'activity', ...input.change }, (record) => {
            caller.require(record);
          });

    const acting = before === null ? caller.acting() : caller.actingOn(before);
    const step = stepBy(acting, now);
    const becomes = input.activity.headcount === null ? 'announced' : 'reported';
    const { coHosts, jointUnits, ...named } = nameCoHosts(input.activity.coHosts, {
      before,
      ownUnitId: before?.unitId ?? acting.unitId,
      known,
    });
    const typed = { ...input.activity, coHosts, jointUnits, check, important: input.bulletin !== 'none' };
    const handedIn =
      before === null
        ? {
            ...newEnvelope(
              { id: newId, editionId: edition.id, unitCity: acting.city },
              { becomes, check },
              step,
            ),
            ...typed,
            bulletin: { result: 'none' as const },
          }
        : changeRecord(before, typed, { fields: typedFields.activity, reason: input.reason, becomes }, step);
    const draft = settleActivity(handedIn, edition, handedIn.state);

    const entries = before === null ? [] : await entriesOfActivity(transaction, edition, draft.id);
    const leaves = await exceptionsOfUnit(transaction, { editionId: edition.id, unitId: draft.unitId });
    const wish = { wish: input.bulletin, namedDay: input.bulletinDay };
    const report = decided(
      reportForBulletin({ edition, activity: draft, entries, ...wish, now, leaves }),
      now,
    );

    const activity: Activity = { ...draft, bulletin: report.outcome };
    if (before === null) await insertRecord(transaction, 'activity', activity);
    else await keepRecord(transaction, 'activity', activity);
    await keepNamedCoHosts(transaction, activity, named, { known, now });
    await keepBulletinEntries(transaction, edition.id, report.changed);
    await markExceptionsUsed(transaction, { edition, exceptions: leaves, entries: report.changed, now });
    if (before !== null && earlier !== null) {
      const corrections = unchangedCorrections(before, earlier);
      const change = { edition, activity, entries, corrections, leaves, now };
      await keepCorrections(transaction, { ...change, reason: input.reason });
    }
    await noteWaiting(transaction, { kind: 'activity', before, kept: activity, openid: caller.openid, now });
    await markForPairing(transaction, activity.id, now);
    return { activity };
  },
  afterwards: ({ activity }, context) => pairDoublesOf(context, activity.id),
});
