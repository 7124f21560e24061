import { hidesCancelledAt } from '#shared/record/cancel-activity';
import type { EditionJob } from '../entry/serve-timer';
import { findActivity, listedAsCancelled } from '../store/record/activities';
import { keepRecord } from '../store/record/records';

/** As many as are looked at together; each is kept by itself. */
const atOnce = 30;

/** Takes what was called off out of the public's sight when the edition ends (活动周结束后不再显示已取消的活动). */
export const hideCancelled: EditionJob = {
  name: 'hide-cancelled',
  editions: 'begun',
  dueAt: (edition, now) => (now >= hidesCancelledAt(edition) ? [hidesCancelledAt(edition)] : []),
  async run({ database, edition, step }) {
    for (;;) {
      const some = await listedAsCancelled(database, edition.id, atOnce);
      if (some.length === 0) return;
      for (const { id, revision } of some)
        await step(`${id} ${revision}`, async (transaction) => {
          const kept = await findActivity(transaction, id);
          if (kept.cancelled?.isShown !== true) return;
          await keepRecord(transaction, 'activity', {
            ...kept,
            cancelled: { ...kept.cancelled, isShown: false },
          });
        });
    }
  },
};
