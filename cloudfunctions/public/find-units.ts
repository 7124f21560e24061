import { findUnits } from '#shared/contract/unit/find-units';
import { onRead } from '../entry/handler';
import { searchUnits } from '../store/unit/units';

const pageSize = 20;

export const findUnitsHandler = onRead(findUnits, (search, { database }) =>
  searchUnits(database, { ...search, state: 'active', size: pageSize }),
);
