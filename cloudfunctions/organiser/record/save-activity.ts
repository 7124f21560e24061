import type { BulletinEntry } from '#shared/bulletin/bulletin-entry';
import { reportForBulletin, type ReportResult } from '#shared/bulletin/report-for-bulletin';
import { refuse, type FieldProblem, wrongField } from '#shared/refusal/errors';
import { saveActivity } from '#shared/contract/record/save-activity';
import { newActivity, problemsInEdition, type Activity } from '#shared/record/activity';
import { settleActivity } from '#shared/record/activity-life';
import { describePostponed, postponedFrom } from '#shared/record/postpone-activity';
import { followTimes } from '../../work/record/follow-times';
import { isToldUnder } from '#shared/double/joint-event';
import { typedFields } from '#shared/record/record-kinds';
import { changeRecord } from '#shared/record/record-life';
import { onDecidedWrite } from '../../entry/handler';
import { gatherNamedUnits, keepNamedCoHosts, nameCoHosts } from '../../work/record/name-co-hosts';
import { stepBy } from '../../work/record/step-by';
import { entriesOfActivity } from '../../store/bulletin/bulletin-entries';
import { exceptionsOfUnit } from '../../store/bulletin/bulletin-exceptions';
import { gatherCorrections } from '../../store/bulletin/corrections';
import { noteWaiting } from '../../store/record/content-checks';
import { markForPairing } from '../../store/record/double-marks';
import { pairDoublesOf } from '../../work/record/pair-doubles';
import { findRevision } from '../../store/record/records';
import { keepReported } from '../../work/bulletin/keep-reported';
import { markExceptionsUsed } from '../../work/bulletin/mark-exceptions-used';
import { envelopeFor, requireHand, tellEntered } from '../../work/record/act-for-unit';
import { checkDraft } from '../../work/record/check-draft';
import { editionToChange } from '../../work/edition/asked-edition';
import { releasedAsItComes } from '../../work/record/released-as-it-comes';

/** Problems of a draft, at the place it has in the request. */
function atDraft(at: string, problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.map((each) => ({ ...each, field: `${at}.${each.field}` }));
}

/**
 * A record that is told under another is reported by that one: FROZEN. What it was reported for before it was merged is part of the
 * event's line, and follows.
 */
function requireOwnReport(
  before: Activity | null,
  entries: readonly BulletinEntry[],
  report: ReportResult,
): void {
  if (before === null || !isToldUnder(before)) return;
  const live = entries.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id);
  const isNew =
    report.result === 'decided'
      ? report.changed.some(({ id, withdrawn }) => !withdrawn && !live.includes(id))
      : live.length === 0;
  if (isNew) throw refuse('FROZEN', { state: 'merged' });
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
    const before =
      input.change === null
        ? null
        : await findRevision(transaction, { kind: 'activity', ...input.change }, (record) => {
            caller.require(record);
          });
    const edition = await editionToChange(caller, transaction, before?.editionId ?? input.editionId);
    const fields = problemsInEdition(input.activity, edition);
    if (fields.length > 0) throw refuse('INVALID_INPUT', { fields: atDraft('activity', fields) });

    if (before !== null) await requireHand(transaction, caller, before);
    const step = stepBy(caller.acting(), now);
    const becomes = input.activity.headcount === null ? 'announced' : 'reported';
    const { coHosts, jointUnits, ...named } = nameCoHosts(input.activity.coHosts, {
      before,
      ownUnitId: before?.unitId ?? input.forUnitId ?? step.by.unitId,
      known,
    });
    const typed = { ...input.activity, coHosts, jointUnits, check, important: input.bulletin !== 'none' };
    const own = { id: newId, editionId: edition.id, forUnitId: input.forUnitId };
    const handedIn =
      before === null
        ? {
            ...(await envelopeFor(transaction, caller, own, { becomes, check, now })),
            ...typed,
            ...newActivity,
          }
        : changeRecord(before, typed, { fields: typedFields.activity, reason: input.reason, becomes }, step);
    const release = await releasedAsItComes(transaction, handedIn, step);
    const moved = before === null ? null : postponedFrom(before, handedIn, now);
    const draft = settleActivity({ ...handedIn, release, postponedFrom: moved }, edition, handedIn.state);

    const entries = before === null ? [] : await entriesOfActivity(transaction, before);
    const leaves = await exceptionsOfUnit(transaction, { editionId: edition.id, unitId: draft.unitId });
    const wish = { wish: input.bulletin, namedDay: input.bulletinDay };
    const judged = reportForBulletin({ edition, activity: draft, entries, ...wish, now, leaves });
    requireOwnReport(before, entries, judged);
    const report = decided(judged, now);

    const activity = await keepReported(transaction, {
      edition,
      before,
      activity: { ...draft, bulletin: report.outcome },
      entries: report.changed,
      earlier,
      reason: input.reason,
      now,
    });
    await keepNamedCoHosts(transaction, activity, named, { known, now });
    await markExceptionsUsed(transaction, { edition, exceptions: leaves, entries: report.changed, now });
    await noteWaiting(transaction, { kind: 'activity', before, kept: activity, openid: caller.openid, now });
    await markForPairing(transaction, { kind: 'activity', id: activity.id }, now);
    await tellEntered(transaction, caller, { kind: 'activity', record: activity, now });
    return { activity };
  },
  afterwards: async ({ activity }, context) => {
    const { postponedFrom: was } = activity;
    if (was !== null)
      await followTimes(context, activity, {
        kind: 'activity-postponed',
        event: `${activity.id} ${activity.sortKey}`,
        note: describePostponed(was, activity),
      });
    await pairDoublesOf(context, { kind: 'activity', id: activity.id });
  },
});
