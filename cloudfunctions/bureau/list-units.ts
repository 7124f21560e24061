import { listUnits } from '#shared/contract/list-units';
import { refuse } from '#shared/contract/errors';
import { onRead } from '../entry/handler';
import { cityOf, reviewScopeOf } from '../entry/review-scope';
import { searchUnits } from '../store/units';

const pageSize = 20;

export const listUnitsHandler = onRead(listUnits, async (search, { caller, database }) => {
  const own = cityOf(reviewScopeOf(caller));
  if (own !== null && search.city !== null && search.city !== own) throw refuse('FORBIDDEN', {});
  return searchUnits(database, { ...search, city: own ?? search.city, size: pageSize });
});
