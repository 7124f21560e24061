import type { Job } from '../entry/serve-timer';
import { markedActivities } from '../store/record/double-marks';
import { pairDoublesOf } from '../work/record/pair-doubles';

/** As many as one waking has time for. */
const atOnce = 50;

/** Looks for the doubles of activities whose own look was cut off (补查重). */
export const pairDoubles: Job = {
  name: 'pair-doubles',
  async run(context) {
    for (const id of await markedActivities(context.database, atOnce)) await pairDoublesOf(context, id);
  },
};
