import { listDoubles } from '#shared/contract/record/list-doubles';
import { onRead } from '../../entry/handler';
import { cityOf, reviewScopeOf } from '../../work/people/review-scope';
import { doublesInState } from '../../store/record/doubles';
import { findRecord } from '../../store/record/records';
import { editionAsked } from '../../work/edition/asked-edition';

/** Two whole records each. */
const pageSize = 10;

export const listDoublesHandler = onRead(
  listDoubles,
  async ({ editionId, state, after }, { caller, database }) => {
    const edition = await editionAsked(caller, database, editionId);
    const city = cityOf(reviewScopeOf(caller));
    const page = await doublesInState(database, {
      editionId: edition.id,
      city,
      state,
      after,
      size: pageSize,
    });
    const doubles = await Promise.all(
      page.doubles.map(async (pair) => ({
        ...pair,
        staysId: pair.merge?.staysId ?? null,
        sides: await Promise.all(pair.activityIds.map((id) => findRecord(database, 'activity', id))),
      })),
    );
    return { doubles, total: page.total, next: page.next };
  },
);
