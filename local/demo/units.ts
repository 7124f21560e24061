import { unitFields, unitKey, type Unit } from '#shared/people/unit';
import { instantOf } from '#shared/ground/guangdong-time';
import { z } from '#shared/zod';
import listed from './data/units.json';

/** The one unit that is made up, and says so: no demonstration base of Guangdong is known by name. */
const demonstrationBase = { name: '演示双创示范基地', kind: '示范基地', city: '广州' };

const listedAt = instantOf('2018-09-25', '09:00');

/** The units of the demo: those of the public reports, and the demonstration base. What they log is public as it comes. */
export const units: readonly Unit[] = z
  .array(unitFields)
  .parse([demonstrationBase, ...listed].map((each) => ({ ...each, parentId: null })))
  .map((fields, index) => ({
    id: `unit-${index}`,
    ...fields,
    state: 'active',
    key: unitKey(fields),
    revision: 1,
    createdAt: listedAt,
    updatedAt: listedAt,
    trusted: true,
    confirmedFor: '',
    opening: 1,
  }));

/** The unit of that name. */
export function unitNamed(name: string): Unit {
  const found = units.find((each) => each.name === name);
  if (found === undefined) throw new Error(`The demo has no unit ${name}`);
  return found;
}

/** The document that says whose a unit's name is, as the cloud keeps it. */
export function nameOfUnit({ id, key }: Unit): { id: string; unitId: string; isFormer: boolean } {
  return { id: key, unitId: id, isFormer: false };
}
