import { correctionId, correctionsOwed } from '#shared/bulletin/correction';
import { reportForBulletin } from '#shared/bulletin/report-for-bulletin';
import { refuse, type FieldProblem } from '#shared/contract/errors';
import { saveActivity } from '#shared/contract/save-activity';
import { problemsInEdition, type Activity } from '#shared/record/activity';
import { isOpenToItsUnit, settleActivity } from '#shared/record/activity-life';
import { newRecord } from '#shared/record/record';
import { onWrite } from '../entry/handler';
import { findActivity, insertActivity, replaceActivity, requireRevision } from '../store/activities';
import { entriesOfActivity, keepBulletinEntry } from '../store/bulletin-entries';
import { exceptionsOfUnit, markExceptionsUsed } from '../store/bulletin-exceptions';
import { correctionsOfActivity, insertCorrection } from '../store/corrections';
import { editionTakingRecords } from '../store/editions';
import type { Transaction } from '../platform/database';
import type { Caller } from '../entry/caller';

/** Problems of a draft, at the place it has in the request. */
function atDraft(at: string, problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.map((each) => ({ ...each, field: `${at}.${each.field}` }));
}

function wrongField(field: string, problem: string) {
  return refuse('INVALID_INPUT', { fields: [{ field, problem, limit: null }] });
}

/** The record to change, if the caller may change it and saw its present revision. */
async function openForChange(
  transaction: Transaction,
  caller: Caller,
  change: { id: string; revision: number },
): Promise<Activity> {
  const kept = await findActivity(transaction, change.id);
  caller.require(kept);
  requireRevision(kept, change.revision);
  if (!isOpenToItsUnit(kept.state)) throw refuse('FROZEN', { state: kept.state });
  return kept;
}

export const saveActivityHandler = onWrite(
  saveActivity,
  async (input, { caller, now, transaction, newId }) => {
    const edition = await editionTakingRecords(transaction);
    const fields = problemsInEdition(input.activity, edition);
    if (fields.length > 0) throw refuse('INVALID_INPUT', { fields: atDraft('activity', fields) });
    const before = input.change === null ? null : await openForChange(transaction, caller, input.change);

    const acting = caller.acting();
    const from = before ?? {
      ...newRecord,
      id: newId,
      unitId: acting.unitId,
      unitName: acting.unitName,
      unitCity: acting.city,
      createdAt: now,
      revision: 0,
    };
    const draft = settleActivity(
      {
        ...from,
        ...input.activity,
        editionId: edition.id,
        revision: from.revision + 1,
        important: input.bulletin !== 'none',
        bulletin: { result: 'none' },
        reportedAt: from.reportedAt ?? (input.activity.headcount === null ? null : now),
        returned: null,
        updatedAt: now,
      },
      edition,
    );

    const entries = before === null ? [] : await entriesOfActivity(transaction, draft.id);
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

    const corrections = correctionsOwed({
      edition,
      activity: draft,
      entries,
      corrections: entries.length === 0 ? [] : await correctionsOfActivity(transaction, draft.id),
      leaves,
      now,
    });
    if (corrections.length > 0 && input.reason === '') throw wrongField('reason', 'required');

    const activity: Activity = { ...draft, bulletin: report.outcome };
    if (before === null) await insertActivity(transaction, activity);
    else await replaceActivity(transaction, activity);
    for (const entry of report.changed) await keepBulletinEntry(transaction, entry);
    await markExceptionsUsed(transaction, { edition, exceptions: leaves, entries: report.changed, now });
    for (const owed of corrections) {
      const id = correctionId(owed.entryId, activity.revision);
      await insertCorrection(transaction, { ...owed, id, reason: input.reason });
    }
    return { activity };
  },
);
