import type { Unit } from '#shared/people/unit';
import type { Finder, Transaction } from '../../platform/database';
import type { Collection } from '../collection';

/**
 * Whose a name is (单位名称): one document a name, so that no two units have one. A unit that was renamed or moved keeps its earlier
 * names until another unit takes them, so that who still writes the old one finds the unit.
 */
interface UnitName {
  /** The unit's key, see `unitKey`. */
  id: string;
  unitId: string;
  isFormer: boolean;
}

export const unitNames: Collection = { name: 'unit-names', indexes: [], unaudited: 'copy' };

/** Whose a name is, and whether it was given up; null when it is nobody's. */
export function findUnitName(finder: Finder, key: string): Promise<UnitName | null> {
  return finder.find<UnitName>(unitNames.name, key);
}

/** Gives a unit the name that it has. Whoever does so has found that it is free, or was given up, in the same transaction. */
export async function keepUnitName(transaction: Transaction, { id, key }: Unit): Promise<void> {
  const kept: UnitName = { id: key, unitId: id, isFormer: false };
  await transaction.replace(unitNames.name, kept);
}

/** Notes that a unit gave up a name. */
export async function keepFormerName(transaction: Transaction, { id, key }: Unit): Promise<void> {
  const kept: UnitName = { id: key, unitId: id, isFormer: true };
  await transaction.replace(unitNames.name, kept);
}
