import { refuse, wrongField } from '#shared/refusal/errors';
import type { Edition, EditionView } from '#shared/week/edition';
import type { Finder, Reader, Transaction } from '../../platform/database';
import type { Collection } from '../collection';
import { currentEditionId } from './deployment';

export const editions: Collection = { name: 'editions', indexes: [] };

/** The edition that is on (本届); null before the first one is set up. */
export async function currentEditionIfAny(reader: Finder): Promise<Edition | null> {
  const id = await currentEditionId(reader);
  return id === null ? null : reader.find<Edition>(editions.name, id);
}

/** The edition that is on (本届). NOT_FOUND before the first one is set up. */
async function currentEdition(reader: Finder): Promise<Edition> {
  const edition = await currentEditionIfAny(reader);
  if (edition === null) throw refuse('NOT_FOUND', { what: 'edition' });
  return edition;
}

/** An edition by its year, or the one that is on when none is named. NOT_FOUND when there is none. */
export async function findEdition(reader: Finder, id: string | null): Promise<Edition> {
  if (id === null) return currentEdition(reader);
  const edition = await reader.find<Edition>(editions.name, id);
  if (edition === null) throw refuse('NOT_FOUND', { what: 'edition' });
  return edition;
}

/** Refuses with FROZEN a change of what belongs to an edition that is closed, or is only being prepared. */
export function requireOpen({ state }: Pick<Edition, 'state'>): void {
  if (state !== 'open') throw refuse('FROZEN', { state: `edition-${state}` });
}

/** Whether what belongs to an edition may be changed. */
export async function isOpenEdition(reader: Finder, id: string): Promise<boolean> {
  return (await findEdition(reader, id)).state === 'open';
}

/** The edition a document belongs to, for a change of it. FROZEN unless that is open. */
export async function requireOpenEdition(reader: Finder, id: string): Promise<Edition> {
  const edition = await findEdition(reader, id);
  requireOpen(edition);
  return edition;
}

const mostEditions = 100;

/** Every edition, the latest first. */
export function allEditions(reader: Reader): Promise<Edition[]> {
  return reader.list<Edition>(editions.name, {
    where: { id: { greaterThan: '' } },
    orderBy: ['id', 'desc'],
    limit: mostEditions,
  });
}

/** Every edition with whether it is the one that is on, the latest first. */
export async function allEditionViews(reader: Reader): Promise<EditionView[]> {
  const [all, currentId] = await Promise.all([allEditions(reader), currentEditionId(reader)]);
  return all.map((each) => ({ ...each, current: each.id === currentId }));
}

/** Keeps a new edition. INVALID_INPUT when the year has one. */
export async function insertEdition(transaction: Transaction, edition: Edition): Promise<void> {
  if ((await transaction.find(editions.name, edition.id)) !== null) throw wrongField('id', 'taken');
  await transaction.insert(editions.name, edition);
}

/** Keeps an edition in place of its earlier revision. */
export async function replaceEdition(transaction: Transaction, changed: Edition): Promise<void> {
  await transaction.replace(editions.name, changed);
}

/** An edition with whether it is the one that is on. */
export async function editionView(finder: Finder, edition: Edition): Promise<EditionView> {
  return { ...edition, current: (await currentEditionId(finder)) === edition.id };
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
