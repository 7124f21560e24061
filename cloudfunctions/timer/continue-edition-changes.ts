import type { Job } from '../entry/serve-timer';
import { unfinishedReworks } from '../store/edition/edition-reworks';
import { runRework } from '../work/edition/rework-edition';

/** Goes on with what changes of editions make of their records (接着重算记录), where whoever changed them was cut off. */
export const continueEditionChanges: Job = {
  name: 'continue-edition-changes',
  async run({ database, step }) {
    for (const { id } of await unfinishedReworks(database)) await runRework(database, id, step);
  },
};
