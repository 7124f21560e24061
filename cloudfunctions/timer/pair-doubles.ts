import type { Job } from '../entry/serve-timer';
import { markedRecords } from '../store/record/double-marks';
import { pairDoublesOf } from '../work/record/pair-doubles';

/** As many as one waking has time for. */
const atOnce = 50;

/** Looks for the doubles of records whose own look was cut off (补查重). */
export const pairDoubles: Job = {
  name: 'pair-doubles',
  async run(context) {
    for (const { kind, id } of await markedRecords(context.database, atOnce))
      await pairDoublesOf(context, { kind, id });
  },
};
