import { plainName, showsNothing } from '../ground/plain-name';
import { jurisdiction } from '../ground/region';
import { line } from '../ground/typed-text';
import { z } from '../zod';

/** The name of a body that hosts (主办、联合主办单位名称). */
export const bodyName = line
  .min(2)
  .max(50)
  .refine((name) => name === '' || !showsNothing(name), { params: { problem: 'required' } });

/** A co-host (联合主办、协办): a unit of the system, or only the name of a body outside it. */
export const coHost = z.strictObject({
  unitId: z
    .string()
    .regex(/^[0-9a-zA-Z-]{1,64}$/)
    .nullable(),
  name: bodyName,
});
export type CoHost = z.infer<typeof coHost>;

/** A unit that hosts jointly, and whom it answers to: the activity is content of both (有内容). */
export const jointUnit = z.object({ unitId: z.string(), unitCity: jurisdiction });
export type JointUnit = z.infer<typeof jointUnit>;

/** A joint event's co-hosts; more do not fit a form's cell. */
export const mostCoHosts = 20;

/** Whether two co-hosts are the same: one unit, or one name of bodies that are no units. */
function isSameCoHost(one: CoHost, other: CoHost): boolean {
  if (one.unitId !== null || other.unitId !== null) return one.unitId === other.unitId;
  return plainName(one.name) === plainName(other.name);
}

/** Co-hosts without those that are named twice: a name that is a unit's, too, is that unit. */
export function withoutRepeated(coHosts: readonly CoHost[]): CoHost[] {
  const unitNames = coHosts.filter(({ unitId }) => unitId !== null).map(({ name }) => plainName(name));
  return coHosts.filter((each, index) => {
    if (coHosts.findIndex((other) => isSameCoHost(each, other)) !== index) return false;
    return each.unitId !== null || !unitNames.includes(plainName(each.name));
  });
}

/** Co-hosts with a unit among them, at the place of its name where that stood there already. */
export function withUnit(coHosts: readonly CoHost[], unit: { id: string; name: string }): CoHost[] {
  const joined: CoHost = { unitId: unit.id, name: unit.name };
  const place = coHosts.findIndex(
    ({ unitId, name }) => unitId === null && plainName(name) === plainName(unit.name),
  );
  const all =
    place === -1 ? [...coHosts, joined] : coHosts.map((each, index) => (index === place ? joined : each));
  return withoutRepeated(all);
}

/**
 * Co-hosts as they are handed in, or as the record has them where they are the same: a form that does not show units has them at its
 * end, and that is no change.
 */
export function inTheirOrder(handedIn: readonly CoHost[], kept: readonly CoHost[]): CoHost[] {
  const namesIn = (all: readonly CoHost[]) => all.filter(({ unitId }) => unitId === null);
  const areNamesSame = JSON.stringify(namesIn(handedIn)) === JSON.stringify(namesIn(kept));
  const isSame =
    handedIn.length === kept.length &&
    handedIn.every((each) => kept.some((other) => isSameCoHost(each, other)));
  return [...(isSame && areNamesSame ? kept : handedIn)];
}

/** Everybody who hosts, as the form, the bulletin and the sheets print them: hosts, then co-hosts. */
export function hostNames({
  hosts,
  coHosts,
}: {
  hosts: readonly string[];
  coHosts: readonly { name: string }[];
}): string[] {
  return [...hosts, ...coHosts.map(({ name }) => name)];
}
