import { plainCollections } from '../../store/record/plain-records';
import { refuse } from '#shared/refusal/errors';
import { submitSummary } from '#shared/contract/summary/submit-summary';
import { isLate, type Recipient } from '#shared/summary/submission';
import { boundsOf, type SummaryScope } from '#shared/summary/summary-scope';
import { onDecidedWrite } from '../../entry/handler';
import type { Caller } from '../../entry/caller';
import { requireScope } from '../../work/people/review-scope';
import type { Reader } from '../../platform/database';
import { activities } from '../../store/record/activities';
import { logAuditHeads } from '../../store/audit/audit-heads';
import { requireOpenEdition } from '../../store/edition/editions';
import { holdGuard } from '../../store/guards';
import { gatherSubmission, insertSubmission } from '../../store/summary/submissions';
import { findSummary } from '../../store/summary/summaries';
import { hasUnseenChanges } from '../../store/summary/summary-reading';

/** Who hands a version to whom: the city its own to the province, the bureau the province's to the ministry. */
function recipientOf(scope: SummaryScope, caller: Caller): Recipient {
  if (scope.kind !== 'city' && scope.kind !== 'province')
    throw refuse('FROZEN', { state: 'not-for-submission' });
  const submits = scope.kind === 'city' ? 'city' : 'bureau';
  if (caller.acting().role !== submits) throw refuse('FORBIDDEN', {});
  return scope.kind === 'city' ? 'province' : 'ministry';
}

async function isChangedUnseen(reader: Reader, editionId: string, scope: SummaryScope): Promise<boolean> {
  if (scope.kind !== 'city' && scope.kind !== 'province') return false;
  const bounds = boundsOf(scope);
  for (const { name } of [activities, plainCollections.policy])
    if (await hasUnseenChanges(reader, name, { editionId, bounds })) return true;
  return false;
}

export const submitSummaryHandler = onDecidedWrite(submitSummary, {
  gather: async ({ summaryId }, { database }) => {
    const summary = await findSummary(database, summaryId);
    return {
      ...(await gatherSubmission(database, summary)),
      // A change at the same moment is one after the submission: nothing is to be protected.
      isUnseen: await isChangedUnseen(database, summary.editionId, summary.scope),
    };
  },
  run: async ({ summaryId }, { caller, now, transaction, newId }, { guard, last, isUnseen }) => {
    const summary = await findSummary(transaction, summaryId);
    const { editionId, scope, scopeKey, version } = summary;
    await requireScope(caller, transaction, scope);
    const to = recipientOf(scope, caller);
    const edition = await requireOpenEdition(transaction, editionId);
    if (last !== null && last.version >= version) throw refuse('FROZEN', { state: 'submitted' });
    if (isUnseen) throw refuse('FROZEN', { state: 'unseen-changes' });
    await holdGuard(transaction, guard);
    const firstReceivedAt = last?.firstReceivedAt ?? now;
    const submission = {
      id: newId,
      editionId,
      scopeKey,
      number: (last?.number ?? 0) + 1,
      to,
      summaryId,
      version,
      firstReceivedAt,
      receivedAt: now,
      isLate: isLate(edition, scope.kind === 'city' ? scope.city : null, firstReceivedAt),
      returned: null,
      by: caller.openid,
      unitId: caller.acting().unitId,
    };
    await insertSubmission(transaction, submission);
    return submission;
  },
  afterwards: (_submitted, { database }) => logAuditHeads(database, submitSummary.name),
});
