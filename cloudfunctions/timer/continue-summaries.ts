import { minuteMs } from '#shared/ground/durations';
import type { Job } from '../entry/serve-timer';
import { runSummaryJob } from '../work/summary/run-summary-job';
import { orphanedSummaryJobs } from '../store/summary/summary-jobs';
import { allEditions } from '../store/edition/editions';

/** A phone that waits asks again within seconds; after this nobody does. */
const orphanedAfterMs = minuteMs;
const mostAtOnce = 5;

/**
 * Goes on with compilations of open editions whose askers went away (汇总续办), as far as one waking reaches; one that fails keeps none of the
 * others from being done.
 */
export const continueSummaries: Job = {
  name: 'continueSummaries',
  async run({ database, now, step }) {
    const failures: unknown[] = [];
    const open = (await allEditions(database)).filter(({ state }) => state === 'open').map(({ id }) => id);
    for (const { id } of await orphanedSummaryJobs(database, open, now - orphanedAfterMs, mostAtOnce)) {
      try {
        await runSummaryJob(database, id, (name, work) => step(`${id} ${name}`, work));
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Some summaries could not be gone on with');
  },
};
