import type { Obstacle } from '#shared/refusal/in-the-way';
import type { FieldProblem } from '#shared/refusal/errors';
import { isInEdition } from '#shared/record/activity';
import { removedBy, type Removed } from '#shared/week/check-edition';
import type { Edition, EditionFields } from '#shared/week/edition';
import { LostRace, type Database, type Transaction } from '../../platform/database';
import { activitiesOnDay, activitiesOfSeries } from '../../store/record/activities';
import { recordsOfCity } from '../../store/record/records';
import { allEntriesOfDay } from '../../store/bulletin/bulletin-entries';
import { keepUses, usesOf, type EditionUses } from '../../store/edition/edition-uses';
import { unitsOf } from '../../store/unit/units';
import { tells } from '#shared/record/record';

/** What a change takes out of an edition, and what stands in its way, by field; with the guard that every first use moves. */
export interface GatheredUse {
  uses: EditionUses;
  removed: Removed;
  found: { field: string; obstacles: readonly Obstacle[] }[];
}

/** A day: who has reported for its bulletin, and the records that would be left without any day of the week. */
async function needDay(
  database: Database,
  { id, after, day }: { id: string; after: EditionFields; day: string },
): Promise<Obstacle[]> {
  const entries = await allEntriesOfDay(database, { editionId: id, day });
  const left = (await activitiesOnDay(database, id, day)).filter(
    (each) => tells(each) && !isInEdition(each, after),
  );
  return [...entries.map(({ activityId, ...rest }) => ({ ...rest, id: activityId })), ...left].map(
    ({ id: activityId, name, unitName }) => ({ what: 'activity', id: activityId, name, unitName }),
  );
}

/** A city: records of it or of its units; in a week that runs also its units, which would have nobody to report to. */
async function needCity(database: Database, { id, state }: Edition, city: string): Promise<Obstacle[]> {
  const units = state === 'open' ? await unitsOf(database, city) : [];
  return [
    ...(await recordsOfCity(database, id, city)),
    ...units
      .filter((unit) => unit.state === 'active')
      .map((unit): Obstacle => ({ what: 'unit', id: unit.id, name: unit.name, unitName: unit.name })),
  ];
}

async function needSeries(database: Database, editionId: string, series: string): Promise<Obstacle[]> {
  const found = await activitiesOfSeries(database, editionId, series);
  return found.filter(tells).map(({ id, name, unitName }) => ({ what: 'activity', id, name, unitName }));
}

/** Gathers what stands in the way of a change before the transaction that makes it. */
export async function gatherUse(
  database: Database,
  before: Edition,
  after: EditionFields,
): Promise<GatheredUse> {
  const uses = await usesOf(database, before.id);
  const removed = removedBy(before, after);
  const found: GatheredUse['found'] = [];
  for (const day of removed.days) {
    const field = day < after.firstDay ? 'firstDay' : 'lastDay';
    found.push({ field, obstacles: await needDay(database, { id: before.id, after, day }) });
  }
  for (const city of removed.cities)
    found.push({ field: 'cities', obstacles: await needCity(database, before, city) });
  for (const series of removed.series)
    found.push({ field: 'series', obstacles: await needSeries(database, before.id, series) });
  return { uses, removed, found: found.filter(({ obstacles }) => obstacles.length > 0) };
}

/**
 * The fields that something stands in the way of, `in-use`. Where something is taken out, its marks go, so that this and the first
 * record of it, kept at the same moment, meet here.
 */
export async function problemsInUse(
  transaction: Transaction,
  { uses, removed, found }: GatheredUse,
): Promise<FieldProblem[]> {
  if (removed.days.length + removed.cities.length + removed.series.length === 0) return [];
  const kept = await usesOf(transaction, uses.id);
  if (kept.revision !== uses.revision) throw new LostRace(`What is used of ${uses.id}`);
  await keepUses(transaction, {
    ...kept,
    days: kept.days.filter((day) => !removed.days.includes(day)),
    cities: kept.cities.filter((city) => !removed.cities.some((each) => each === city)),
    series: kept.series.filter((series) => !removed.series.includes(series)),
  });
  return [...new Set(found.map(({ field }) => field))].map((field) => ({
    field,
    problem: 'in-use',
    limit: null,
  }));
}
