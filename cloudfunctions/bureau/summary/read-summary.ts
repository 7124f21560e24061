import { readSummary } from '#shared/contract/summary/read-summary';
import { onRead } from '../../entry/handler';
import { requireScope } from '../../work/people/review-scope';
import { submissionOfVersion } from '../../store/summary/submissions';
import { findSummary, headOf } from '../../store/summary/summaries';

export const readSummaryHandler = onRead(readSummary, async ({ summaryId }, { caller, database }) => {
  const summary = await findSummary(database, summaryId);
  await requireScope(caller, database, summary.scope);
  const { scope, scopeName, totals } = summary;
  return {
    summary: headOf(summary),
    scope,
    scopeName,
    totals,
    submission: await submissionOfVersion(database, summaryId),
  };
});
