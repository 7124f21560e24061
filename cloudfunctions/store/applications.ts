import { openSlots, type Application, type ApplicationState } from '#shared/access/application';
import { refuse } from '#shared/contract/errors';
import type { City } from '#shared/record/region';
import type { Unit } from '#shared/record/unit';
import type { Reader, Transaction } from '../platform/database';
import { indexOn, uniqueIndexOn, type Collection } from './collection';

export const applications: Collection = {
  name: 'applications',
  indexes: [
    uniqueIndexOn('openid', 'slot'),
    indexOn('openid', 'sortKey'),
    indexOn('state', 'sortKey'),
    indexOn('state', 'unitCity', 'sortKey'),
  ],
};

const shownOwn = 20;

/** What a person has asked for, the latest first. */
export function applicationsOf(reader: Reader, openid: string): Promise<Application[]> {
  return reader.list<Application>(applications.name, {
    where: { openid },
    orderBy: ['sortKey', 'desc'],
    limit: shownOwn,
  });
}

/** The applications in a state to a city's units, or to all when the city is null, the earliest first. */
export async function applicationsInState(
  reader: Reader,
  query: { state: ApplicationState; city: City | null; after: string | null; size: number },
): Promise<{ applications: Application[]; next: string | null }> {
  const { state, city, after, size } = query;
  const found = await reader.list<Application>(applications.name, {
    where: {
      state,
      ...(city === null ? {} : { unitCity: city }),
      ...(after === null ? {} : { sortKey: { greaterThan: after } }),
    },
    orderBy: ['sortKey', 'asc'],
    limit: size + 1,
  });
  const page = found.slice(0, size);
  return { applications: page, next: found.length > size ? (page.at(-1)?.sortKey ?? null) : null };
}

/** One application. NOT_FOUND when there is none of that id. */
export async function findApplication(reader: Reader, id: string): Promise<Application> {
  const found = await reader.find<Application>(applications.name, id);
  if (found === null) throw refuse('NOT_FOUND', { what: 'application' });
  return found;
}

/**
 * Keeps a new application. FROZEN when the person has one open for the unit, or as many as there may be: two sent at once
 * want the same slot, which only one gets.
 */
export async function insertApplication(
  transaction: Transaction,
  asked: { id: string; openid: string; unit: Unit; alias: string; note: string; now: number },
): Promise<Application> {
  const { id, openid, unit, alias, note, now } = asked;
  const open = await transaction.list<Application>(applications.name, {
    where: { openid, slot: { oneOf: openSlots } },
    limit: openSlots.length,
  });
  if (open.some(({ unitId }) => unitId === unit.id)) throw refuse('FROZEN', { state: 'already-applied' });
  const slot = openSlots.find((each) => open.every((other) => other.slot !== each));
  if (slot === undefined) throw refuse('FROZEN', { state: 'too-many-applications' });
  const application: Application = {
    id,
    openid,
    slot,
    unitId: unit.id,
    unitName: unit.name,
    unitCity: unit.city,
    alias,
    note,
    state: 'open',
    createdAt: now,
    sortKey: `${now} ${id}`,
    decidedAt: null,
    reason: '',
  };
  await transaction.insert(applications.name, application);
  return application;
}

/** Closes an open application. FROZEN when it was decided or withdrawn before. */
export async function settleApplication(
  transaction: Transaction,
  application: Application,
  how: { state: Exclude<ApplicationState, 'open'>; reason: string; now: number },
): Promise<Application> {
  if (application.state !== 'open') throw refuse('FROZEN', { state: 'application-decided' });
  const { state, reason, now } = how;
  const settled: Application = { ...application, slot: application.id, state, reason, decidedAt: now };
  await transaction.replace(applications.name, settled);
  return settled;
}
