import { listUnits } from '#shared/contract/unit/list-units';
import { refuse } from '#shared/refusal/errors';
import { onRead } from '../../entry/handler';
import { cityOf, reviewScopeOf } from '../../work/people/review-scope';
import { searchUnits } from '../../store/unit/units';

const pageSize = 20;

export const listUnitsHandler = onRead(listUnits, async (search, { caller, database }) => {
  const own = cityOf(reviewScopeOf(caller));
  if (own !== null && search.city !== null && search.city !== own) throw refuse('FORBIDDEN', {});
  return searchUnits(database, { ...search, city: own ?? search.city, size: pageSize });
});
