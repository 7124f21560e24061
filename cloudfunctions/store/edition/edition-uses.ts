import type { Jurisdiction } from '#shared/ground/region';
import type { Day } from '#shared/ground/guangdong-time';
import type { Finder, Transaction } from '../../platform/database';
import type { Collection } from '../collection';

/**
 * Which days, cities and series of an edition records need (在用的日期、地市、系列). It is written by the first record of each and by no
 * later one, two or three dozen times in all, so that it keeps no report waiting; and by who takes one out of the
 * edition, so that this and the first record of one meet here.
 */
export interface EditionUses {
  /** The edition. */
  id: string;
  days: readonly Day[];
  cities: readonly Jurisdiction[];
  series: readonly string[];
  revision: number;
}

export const editionUses: Collection = { name: 'edition-uses', indexes: [], unaudited: 'copy' };

/** What records need of an edition, as it is marked. */
export async function usesOf(finder: Finder, editionId: string): Promise<EditionUses> {
  const kept = await finder.find<EditionUses>(editionUses.name, editionId);
  return kept ?? { id: editionId, days: [], cities: [], series: [], revision: 0 };
}

/** Marks what a record needs of its edition; what is marked already is not written again. */
export async function markUses(
  transaction: Transaction,
  editionId: string,
  needed: Pick<EditionUses, 'days' | 'cities' | 'series'>,
): Promise<void> {
  const kept = await usesOf(transaction, editionId);
  const days = new Set([...kept.days, ...needed.days]);
  const cities = new Set([...kept.cities, ...needed.cities]);
  const series = new Set([...kept.series, ...needed.series]);
  if (days.size + cities.size + series.size === kept.days.length + kept.cities.length + kept.series.length)
    return;
  await keepUses(transaction, { ...kept, days: [...days], cities: [...cities], series: [...series] });
}

/** Writes the uses anew, also when they stay the same: whoever marks one at the same moment begins again. */
export async function keepUses(transaction: Transaction, uses: EditionUses): Promise<void> {
  const next: EditionUses = { ...uses, revision: uses.revision + 1 };
  await transaction.replace(editionUses.name, next);
}
