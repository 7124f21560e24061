import { listDoubles, type ShownDouble } from '#shared/contract/record/list-doubles';
import { onRead } from '../../entry/handler';
import { cityOf, reviewScopeOf } from '../../work/people/review-scope';
import { doublesInState } from '../../store/record/doubles';
import { findRecord } from '../../store/record/records';
import { editionAsked } from '../../work/edition/asked-edition';

/** Two whole records each. */
const pageSize = 10;

export const listDoublesHandler = onRead(
  listDoubles,
  async ({ editionId, state, kind, after }, { caller, database }) => {
    const edition = await editionAsked(caller, database, editionId);
    const city = cityOf(reviewScopeOf(caller));
    const query = { editionId: edition.id, city, state, kind, after, size: pageSize };
    const page = await doublesInState(database, query);
    const doubles = await Promise.all(
      page.doubles.map(async (pair) => ({
        ...pair,
        leadingId: pair.merge?.leadingId ?? null,
        sides: await Promise.all(pair.recordIds.map((id) => findRecord(database, pair.kind, id))),
      })),
    );
    // The reply is parsed: a pair of one kind has two sides of that kind.
    return { doubles: doubles as ShownDouble[], total: page.total, next: page.next };
  },
);
