import type { Job } from '../entry/serve-timer';
import { askAgain } from '../work/record/ask-content-check';
import { dueChecks } from '../store/record/content-checks';

/** As many as one waking has time for. */
const mostAtOnce = 50;

/**
 * Asks the content check again about what was kept while it could not be asked or has not answered (补查内容), and lays before a person
 * what has waited for a day: records of any edition, and bulletins.
 */
export const retryContentChecks: Job = {
  name: 'retryContentChecks',
  async run(context) {
    for (const waiting of await dueChecks(context.database, context.now, mostAtOnce))
      await askAgain(waiting, context);
  },
};
