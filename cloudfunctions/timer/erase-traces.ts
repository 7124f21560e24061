import { eraseAt } from '#shared/week/erasing';
import type { EditionJob, EditionJobContext } from '../entry/serve-timer';
import { checkInsOfEdition, countedAt, keepCount } from '../store/public/check-ins';
import { removeTraces, traceCollections, tracesOfEdition } from '../store/traces';

/** As many as one transaction takes away: it looks at each first. */
const atOnce = 30;

/** Writes down how many came to each activity before the traces that tell it are gone. */
async function keepFigures({ database, edition, now, step }: EditionJobContext): Promise<void> {
  for (let after = ''; ;) {
    const some = await checkInsOfEdition(database, edition.id, after, atOnce);
    const last = some.at(-1);
    if (last === undefined) return;
    for (const activityId of new Set(some.map((each) => each.activityId))) {
      const counted = await countedAt(database, activityId);
      await step(`${edition.id} count ${activityId} ${now}`, (transaction) =>
        keepCount(transaction, { id: activityId, editionId: edition.id, counted }),
      );
    }
    after = last.id;
  }
}

/**
 * Erases the personal traces of an edition thirty days after it (清除个人痕迹): check-ins, favourites, reminders, who wrote what
 * feedback, answered requests. The figures stay. Cut off, it goes on at the next waking with what is left.
 */
export const eraseTraces: EditionJob = {
  name: 'erase-traces',
  editions: 'begun',
  dueAt: (edition, now) => (now >= eraseAt(edition) ? [eraseAt(edition)] : []),
  async run(context) {
    const { database, edition, dueAt, step } = context;
    await keepFigures(context);
    for (const collection of traceCollections) {
      for (;;) {
        const ids = await tracesOfEdition(database, collection, {
          editionId: edition.id,
          until: dueAt,
          size: atOnce,
        });
        const [first] = ids;
        if (first === undefined) break;
        await step(`${edition.id} ${collection.name} ${first}`, (transaction) =>
          removeTraces(transaction, collection, ids),
        );
      }
    }
  },
};
