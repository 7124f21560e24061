import { refuse } from '#shared/contract/errors';
import { submitSummary } from '#shared/contract/submit-summary';
import { isLate, type Recipient } from '#shared/summary/submission';
import { boundsOf, type SummaryScope } from '#shared/summary/summary-scope';
import { onWrite } from '../entry/handler';
import type { Caller } from '../entry/caller';
import { requireScope } from '../entry/review-scope';
import type { Reader } from '../platform/database';
import { activities } from '../store/activities';
import { findEdition } from '../store/editions';
import { policies } from '../store/policies';
import { insertSubmission, latestSubmission } from '../store/submissions';
import { findSummary } from '../store/summaries';
import { hasUnseenChanges } from '../store/summary-reading';

/** Who hands a version to whom: the city its own to the province, the bureau the province's to the ministry. */
function recipientOf(scope: SummaryScope, caller: Caller): Recipient {
  if (scope.kind !== 'city' && scope.kind !== 'province')
    throw refuse('FROZEN', { state: 'not-for-submission' });
  const submits = scope.kind === 'city' ? 'city' : 'bureau';
  if (caller.acting().role !== submits) throw refuse('FORBIDDEN', {});
  return scope.kind === 'city' ? 'province' : 'ministry';
}

async function requireSeenChanges(reader: Reader, editionId: string, scope: SummaryScope): Promise<void> {
  const bounds = boundsOf(scope);
  for (const { name } of [activities, policies]) {
    if (await hasUnseenChanges(reader, name, { editionId, bounds }))
      throw refuse('FROZEN', { state: 'unseen-changes' });
  }
}

export const submitSummaryHandler = onWrite(
  submitSummary,
  async ({ summaryId }, { caller, now, transaction, newId }) => {
    const summary = await findSummary(transaction, summaryId);
    const { editionId, scope, scopeKey, version } = summary;
    await requireScope(caller, transaction, scope);
    const to = recipientOf(scope, caller);
    const edition = await findEdition(transaction, editionId);
    if (edition.state !== 'open') throw refuse('FROZEN', { state: `edition-${edition.state}` });
    const last = await latestSubmission(transaction, editionId, scopeKey);
    if (last !== null && last.version >= version) throw refuse('FROZEN', { state: 'submitted' });
    await requireSeenChanges(transaction, editionId, scope);
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
      isLate: isLate(edition, to, firstReceivedAt),
      returned: null,
      by: caller.openid,
      unitId: caller.acting().unitId,
    };
    await insertSubmission(transaction, submission);
    return submission;
  },
);
