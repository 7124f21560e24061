import { indexOn, type Collection } from './collection';
import { summaryIndexes } from './summary-reading';

export const policies: Collection = {
  name: 'policies',
  indexes: [indexOn('editionId', 'state'), indexOn('editionId', 'unitCity', 'state'), ...summaryIndexes],
};
