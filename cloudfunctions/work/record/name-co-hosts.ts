import { wrongField } from '#shared/refusal/errors';
import type { Activity } from '#shared/record/activity';
import { inTheirOrder, mostCoHosts, withoutRepeated, type CoHost } from '#shared/record/co-host';
import { mayBeNamed, type CoHosting } from '#shared/record/co-hosting';
import type { Unit } from '#shared/people/unit';
import type { Database, Transaction } from '../../platform/database';
import { findRecordIfAny } from '../../store/record/records';
import { findCoHosting } from '../../store/record/co-hostings';
import { findUnitIfAny } from '../../store/unit/units';
import { changeCoHosting, type CoHostUnit } from './change-co-hosting';

/** Units that one change of a record names or takes off: each is told, and all of it is one transaction. */
const mostChangedAtOnce = 10;

/** What is known of the units among co-hosts, those that a draft names and those that the record has. */
export interface NamedUnits {
  units: ReadonlyMap<string, Unit>;
  coHostings: ReadonlyMap<string, CoHosting>;
}

function unitIdsIn(coHosts: readonly CoHost[]): string[] {
  return coHosts.flatMap(({ unitId }) => (unitId === null ? [] : [unitId]));
}

/**
 * Reads the units that a draft names, and how they and those of the record stand to it, before the transaction that keeps the draft: a
 * unit that leaves meanwhile makes a new revision of the record, which the draft does not name.
 */
export async function gatherNamedUnits(
  database: Database,
  activityId: string | null,
  coHosts: readonly CoHost[],
): Promise<NamedUnits> {
  const record = activityId === null ? null : await findRecordIfAny(database, 'activity', activityId);
  const ids = [...new Set(unitIdsIn([...coHosts, ...(record?.coHosts ?? [])]))];
  const units = await Promise.all(ids.map((id) => findUnitIfAny(database, id)));
  const kept = await Promise.all(
    activityId === null ? [] : ids.map((id) => findCoHosting(database, activityId, id)),
  );
  return {
    units: new Map(units.flatMap((unit) => (unit === null ? [] : [[unit.id, unit]]))),
    coHostings: new Map(kept.flatMap((each) => (each === null ? [] : [[each.unitId, each]]))),
  };
}

/** Who hosts jointly by a draft, and which units that names or takes off. */
export interface NamedCoHosts {
  coHosts: CoHost[];
  jointUnits: Activity['jointUnits'];
  named: CoHostUnit[];
  takenOff: CoHostUnit[];
}

/** The co-host that a draft's is: one that the record has stays as it is, a unit that is named anew has its own name. */
function namedCoHost(
  { unitId, name }: CoHost,
  place: string,
  { before, ownUnitId, known }: { before: Activity | null; ownUnitId: string; known: NamedUnits },
): CoHost {
  if (unitId === null) return { unitId, name };
  const there = before?.coHosts.find((each) => each.unitId === unitId);
  if (there !== undefined) return there;
  const unit = known.units.get(unitId);
  const isNameable = unit?.state === 'active' && mayBeNamed(known.coHostings.get(unitId)?.state ?? null);
  if (unit === undefined || !isNameable || unitId === ownUnitId) throw wrongField(place, 'not-a-choice');
  return { unitId, name: unit.name };
}

/**
 * The co-hosts of a draft (联合主办). A unit that the record's own unit names is on the record at once; INVALID_INPUT where there is no
 * such unit in use, where it left this record, and where it is the own one.
 */
export function nameCoHosts(
  typed: readonly CoHost[],
  of: { before: Activity | null; ownUnitId: string; known: NamedUnits },
): NamedCoHosts {
  const { before, known } = of;
  const handedIn = typed.map((each, index) => namedCoHost(each, `activity.coHosts.${index}`, of));
  const coHosts = inTheirOrder(withoutRepeated(handedIn), before?.coHosts ?? []);
  const [was, is] = [unitIdsIn(before?.coHosts ?? []), unitIdsIn(coHosts)];
  const unitOf = (unitId: string): CoHostUnit | null => {
    const unit = known.units.get(unitId);
    return unit === undefined ? null : { unitId, unitName: unit.name, unitCity: unit.city };
  };
  const units = (ids: readonly string[]) => ids.map(unitOf).filter((each) => each !== null);
  const named = units(is.filter((id) => !was.includes(id)));
  const takenOff = units(was.filter((id) => !is.includes(id)));
  if (named.length + takenOff.length > mostChangedAtOnce)
    throw wrongField('activity.coHosts', 'too-many', Math.min(mostChangedAtOnce, mostCoHosts));
  return {
    coHosts,
    jointUnits: [
      ...(before?.jointUnits ?? []),
      ...named.map(({ unitId, unitCity }) => ({ unitId, unitCity })),
    ],
    named,
    takenOff,
  };
}

/** Keeps that a record's own unit named units, or took them off, and tells them. */
export async function keepNamedCoHosts(
  transaction: Transaction,
  activity: Activity,
  { named, takenOff }: Pick<NamedCoHosts, 'named' | 'takenOff'>,
  { known, now }: { known: NamedUnits; now: number },
): Promise<void> {
  const change = (unit: CoHostUnit, state: 'accepted' | 'removed') =>
    changeCoHosting(transaction, activity, unit, {
      kept: known.coHostings.get(unit.unitId) ?? null,
      state,
      now,
    });
  for (const unit of named) await change(unit, 'accepted');
  for (const unit of takenOff) await change(unit, 'removed');
}
