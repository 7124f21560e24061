import { findUnits } from '#shared/contract/find-units';
import { onRead } from '../entry/handler';
import { searchUnits } from '../store/units';

const pageSize = 20;

export const findUnitsHandler = onRead(findUnits, (search, { database }) =>
  searchUnits(database, { ...search, state: 'active', size: pageSize }),
);
