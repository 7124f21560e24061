import { keyedHashOf } from '../../platform/keyed-hash';
import type { Reader, Transaction } from '../../platform/database';
import { indexOn, type Collection } from '../collection';

interface Favourite {
  id: string;
  /** A keyed hash of the person. */
  person: string;
  editionId: string;
  activityId: string;
  at: number;
}

export const favourites: Collection = {
  name: 'favourites',
  indexes: [indexOn('person', 'at'), indexOn('editionId', '_id')],
  unaudited: 'trace',
  erasedBy: 'editionId',
};

/** More than anyone can attend in a week. */
const mostFavourites = 100;

function personOf(openid: string): string {
  return keyedHashOf('favourite', openid);
}

function favouriteId(openid: string, activityId: string): string {
  return keyedHashOf('favourite', `${openid} ${activityId}`).slice(0, 40);
}

export async function keepFavourite(
  transaction: Transaction,
  { openid, ...kept }: { openid: string } & Omit<Favourite, 'id' | 'person'>,
): Promise<void> {
  const favourite: Favourite = {
    id: favouriteId(openid, kept.activityId),
    person: personOf(openid),
    ...kept,
  };
  await transaction.replace(favourites.name, favourite);
}

export async function removeFavourite(
  transaction: Transaction,
  openid: string,
  activityId: string,
): Promise<void> {
  const id = favouriteId(openid, activityId);
  if ((await transaction.find(favourites.name, id)) !== null) await transaction.remove(favourites.name, id);
}

/** A person's favourites, the latest first. */
export function favouritesOf(reader: Reader, openid: string): Promise<Favourite[]> {
  return reader.list<Favourite>(favourites.name, {
    where: { person: personOf(openid) },
    orderBy: ['at', 'desc'],
    limit: mostFavourites,
  });
}
