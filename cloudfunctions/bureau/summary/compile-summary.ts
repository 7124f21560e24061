import { compileSummary } from '#shared/contract/summary/compile-summary';
import { onSteps } from '../../entry/handler';
import { summaryScopeFor } from '../../work/people/review-scope';
import { runSummaryJob } from '../../work/summary/run-summary-job';
import { countForSummary, gatherJob, startSummaryJob } from '../../store/summary/summary-jobs';
import { editionToChange } from '../../work/edition/asked-edition';

export const compileSummaryHandler = onSteps(
  compileSummary,
  async ({ editionId, scope: asked }, { caller, now, database, newId, step }) => {
    const edition = await editionToChange(caller, database, editionId);
    const { scope, scopeName } = await summaryScopeFor(caller, database, asked, edition);
    const expected = await countForSummary(database, edition.id, scope);
    const start = { id: newId, edition, scope, scopeName, expected, now, openid: caller.openid };
    const id = await step('start', {
      gather: () => gatherJob(database, edition.id, scope),
      run: (transaction, gathered) => startSummaryJob(transaction, start, gathered),
    });
    return runSummaryJob(database, id, step);
  },
);
