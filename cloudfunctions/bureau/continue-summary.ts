import { continueSummary } from '#shared/contract/continue-summary';
import { onSteps } from '../entry/handler';
import { requireScope } from '../entry/review-scope';
import { runSummaryJob } from '../store/run-summary-job';
import { compilationOf } from '../store/summary-jobs';

export const continueSummaryHandler = onSteps(
  continueSummary,
  async ({ summaryId }, { caller, database, step }) => {
    const { scope } = await compilationOf(database, summaryId);
    await requireScope(caller, database, scope);
    return runSummaryJob(database, summaryId, step);
  },
);
