import { continueSummary } from '#shared/contract/summary/continue-summary';
import { onSteps } from '../../entry/handler';
import { requireScope } from '../../work/people/review-scope';
import { runSummaryJob } from '../../work/summary/run-summary-job';
import { compilationOf } from '../../store/summary/summary-jobs';
import { requireOpenEdition } from '../../store/edition/editions';

export const continueSummaryHandler = onSteps(
  continueSummary,
  async ({ summaryId }, { caller, database, step }) => {
    const { scope, editionId, summary } = await compilationOf(database, summaryId);
    await requireScope(caller, database, scope);
    if (summary === null) await requireOpenEdition(database, editionId);
    return runSummaryJob(database, summaryId, step);
  },
);
