import { refuse } from '#shared/refusal/errors';
import type { Jurisdiction } from '#shared/ground/region';
import { plainName } from '#shared/ground/plain-name';
import {
  unitKey,
  unitState,
  type Unit,
  type UnitFields,
  type UnitKind,
  type UnitState,
} from '#shared/people/unit';
import type { Finder, Reader, Transaction } from '../../platform/database';
import { indexOn, uniqueIndexOn, type Collection } from '../collection';
import { findUnitName, keepFormerName, keepUnitName } from './unit-names';

export const units: Collection = {
  name: 'units',
  indexes: [
    uniqueIndexOn('key'),
    indexOn('state', 'key'),
    indexOn('state', 'city', 'key'),
    indexOn('state', 'kind', 'key'),
    indexOn('state', 'city', 'kind', 'key'),
    indexOn('state', '_id'),
    indexOn('state', 'city', '_id'),
  ],
};

/** One unit; null when there is none of that id. */
export function findUnitIfAny(finder: Finder, id: string): Promise<Unit | null> {
  return finder.find<Unit>(units.name, id);
}

/** One unit. NOT_FOUND when there is none of that id. */
export async function findUnit(finder: Finder, id: string): Promise<Unit> {
  const found = await findUnitIfAny(finder, id);
  if (found === null) throw refuse('NOT_FOUND', { what: 'unit' });
  return found;
}

/** The platform's most in one read; the province has a few hundred. */
const mostUnits = 1000;

/** The units of a city that are in use, or of all when the city is null, by name. */
export function unitsOf(reader: Reader, city: Jurisdiction | null): Promise<Unit[]> {
  return reader.list<Unit>(units.name, {
    where: { state: 'active', ...(city === null ? {} : { city }) },
    orderBy: ['key', 'asc'],
    limit: mostUnits,
  });
}

/** One unit that is in use. NOT_FOUND when there is none, FROZEN when it is closed. */
export async function findActiveUnit(finder: Finder, id: string): Promise<Unit> {
  const found = await findUnit(finder, id);
  if (found.state === 'closed') throw refuse('FROZEN', { state: 'unit-closed' });
  return found;
}

/** The unit that has a key, open or closed; null when none has. A unit's former name is nobody's here. */
export async function unitOfKey(finder: Finder, key: string): Promise<Unit | null> {
  const name = await findUnitName(finder, key);
  return name === null || name.isFormer ? null : findUnitIfAny(finder, name.unitId);
}

/** Units stand on few levels; more is a circle. */
const mostLevels = 8;

/** A unit and those above it, the nearest first; none when there is no such unit. */
export async function unitsAbove(reader: Finder, id: string): Promise<Unit[]> {
  const above: Unit[] = [];
  let next: string | null = id;
  while (next !== null && above.length < mostLevels) {
    const unit: Unit | null = await reader.find<Unit>(units.name, next);
    if (unit === null) break;
    above.push(unit);
    next = unit.parentId;
  }
  return above;
}

/** Which units are looked for. */
export interface UnitSearch {
  state: UnitState;
  city: Jurisdiction | null;
  kind: UnitKind | null;
  namePart: string;
  after: string | null;
  size: number;
}

/** As many units as one search looks at: no index knows parts of names, and a search must not read a whole province. */
const lookedAt = 500;

/**
 * The units of a search in the order of their keys, and the `after` that leads on; null at the end. A search for a part of a
 * name looks at some hundred units at a time, so a page may be short and still have a next.
 */
export async function searchUnits(
  reader: Reader,
  { state, city, kind, namePart, after, size }: UnitSearch,
): Promise<{ units: Unit[]; next: string | null }> {
  const part = plainName(namePart);
  const limit = part === '' ? size + 1 : lookedAt;
  const found = await reader.list<Unit>(units.name, {
    where: {
      state,
      ...(city === null ? {} : { city }),
      ...(kind === null ? {} : { kind }),
      ...(after === null ? {} : { key: { greaterThan: after } }),
    },
    orderBy: ['key', 'asc'],
    limit,
  });
  const fitting = found.filter(({ name }) => plainName(name).includes(part));
  const page = fitting.slice(0, size);
  const isMore = fitting.length > size || found.length === limit;
  const last = fitting.length > size ? page.at(-1) : found.at(-1);
  return { units: page, next: isMore ? (last?.key ?? null) : null };
}

/** A unit as it is when it is new. */
export function newUnit(id: string, fields: UnitFields, now: number): Unit {
  return {
    id,
    ...fields,
    state: 'active',
    key: unitKey(fields),
    revision: 1,
    createdAt: now,
    updatedAt: now,
    trusted: false,
    confirmedFor: '',
    opening: 1,
  };
}

/** Keeps a new unit under its name, which is free. */
export async function insertUnit(transaction: Transaction, unit: Unit): Promise<void> {
  await transaction.insert(units.name, unit);
  await keepUnitName(transaction, unit);
}

/** Keeps a unit in place of its earlier revision; a new name, which is free, is its own from now on. */
export async function replaceUnit(transaction: Transaction, before: Unit, changed: Unit): Promise<void> {
  await transaction.replace(units.name, changed);
  if (changed.key === before.key) return;
  await keepFormerName(transaction, before);
  await keepUnitName(transaction, changed);
}

/** The units of a jurisdiction, or of all when it is null, closed ones too, in the order of their ids. */
export async function unitsById(
  reader: Reader,
  { city, after, size }: { city: Jurisdiction | null; after: string | null; size: number },
): Promise<Unit[]> {
  return reader.list<Unit>(units.name, {
    where: {
      state: { oneOf: unitState.options },
      ...(city === null ? {} : { city }),
      ...(after === null ? {} : { id: { greaterThan: after } }),
    },
    orderBy: ['id', 'asc'],
    limit: size,
  });
}
