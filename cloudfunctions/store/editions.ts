import { refuse } from '#shared/contract/errors';
import type { Edition } from '#shared/week/edition';
import type { Reader } from '../platform/database';
import { indexOn, type Collection } from './collection';

export const editions: Collection = { name: 'editions', indexes: [indexOn('current')] };

/** The edition that is on (本届). NOT_FOUND before the first one is set up. */
export async function currentEdition(reader: Reader): Promise<Edition> {
  const [edition] = await reader.list<Edition>(editions.name, { where: { current: true }, limit: 1 });
  if (edition === undefined) throw refuse('NOT_FOUND', { what: 'edition' });
  return edition;
}
