import { refuse } from '#shared/contract/errors';
import type { Edition } from '#shared/week/edition';
import type { Reader } from '../platform/database';
import { indexOn, type Collection } from './collection';

export const editions: Collection = { name: 'editions', indexes: [indexOn('current')] };

/** The edition that is on (本届); null before the first one is set up. */
export async function currentEditionIfAny(reader: Reader): Promise<Edition | null> {
  const [edition] = await reader.list<Edition>(editions.name, { where: { current: true }, limit: 1 });
  return edition ?? null;
}

/** The edition that is on (本届). NOT_FOUND before the first one is set up. */
export async function currentEdition(reader: Reader): Promise<Edition> {
  const edition = await currentEditionIfAny(reader);
  if (edition === null) throw refuse('NOT_FOUND', { what: 'edition' });
  return edition;
}

/** An edition by its year, or the one that is on when none is named. NOT_FOUND when there is none. */
export async function findEdition(reader: Reader, id: string | null): Promise<Edition> {
  if (id === null) return currentEdition(reader);
  const edition = await reader.find<Edition>(editions.name, id);
  if (edition === null) throw refuse('NOT_FOUND', { what: 'edition' });
  return edition;
}

/** The edition that takes records now. FROZEN while the one that is on is being prepared or is closed. */
export async function editionTakingRecords(reader: Reader): Promise<Edition> {
  const edition = await currentEdition(reader);
  if (edition.state !== 'open') throw refuse('FROZEN', { state: `edition-${edition.state}` });
  return edition;
}

/** The edition before another one (上一届); null before the first. */
export async function editionBefore(reader: Reader, id: string): Promise<Edition | null> {
  const [before] = await reader.list<Edition>(editions.name, {
    where: { id: { lessThan: id } },
    orderBy: ['id', 'desc'],
    limit: 1,
  });
  return before ?? null;
}

/** The edition that is on, once it has begun. FROZEN while it is being prepared. */
export async function editionToSumUp(reader: Reader): Promise<Edition> {
  const edition = await currentEdition(reader);
  if (edition.state === 'preparing') throw refuse('FROZEN', { state: 'edition-preparing' });
  return edition;
}
