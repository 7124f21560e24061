import { pageOf } from '../page';
import { mostOpenApplications, type Application, type ApplicationState } from '#shared/people/application';
import { refuse } from '#shared/refusal/errors';
import type { City } from '#shared/ground/region';
import type { Unit } from '#shared/people/unit';
import type { Finder, Reader, Transaction } from '../../platform/database';
import { idFrom } from '../../platform/digest';
import { indexOn, type Collection } from '../collection';

export const applications: Collection = {
  name: 'applications',
  indexes: [
    indexOn('openid', 'sortKey'),
    indexOn('state', 'sortKey'),
    indexOn('state', 'unitCity', 'sortKey'),
  ],
  // Who applies is nobody's member yet, and may never be.
  unnamed: ['openid', 'alias', 'note'],
};

/**
 * A person's applications that nobody decided about yet (未决申请), in one document: whoever applies twice at once meets here. It is
 * gone with the last of them.
 */
interface OpenApplications {
  /** Follows from the person. */
  id: string;
  open: readonly Pick<Application, 'id' | 'unitId'>[];
}

export const openApplications: Collection = {
  name: 'open-applications',
  indexes: [],
  unaudited: 'copy',
};

async function openOf(finder: Finder, openid: string): Promise<OpenApplications> {
  const id = idFrom(`applicant ${openid}`);
  return (await finder.find<OpenApplications>(openApplications.name, id)) ?? { id, open: [] };
}

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
  const { page, next } = pageOf(found, size, ({ sortKey }) => sortKey);
  return { applications: page, next };
}

/** One application. NOT_FOUND when there is none of that id. */
export async function findApplication(reader: Finder, id: string): Promise<Application> {
  const found = await reader.find<Application>(applications.name, id);
  if (found === null) throw refuse('NOT_FOUND', { what: 'application' });
  return found;
}

/** Keeps a new application. FROZEN when the person has one open for the unit, or as many as there may be. */
export async function insertApplication(
  transaction: Transaction,
  asked: { id: string; openid: string; unit: Unit; alias: string; note: string; now: number },
): Promise<Application> {
  const { id, openid, unit, alias, note, now } = asked;
  const before = await openOf(transaction, openid);
  if (before.open.some(({ unitId }) => unitId === unit.id))
    throw refuse('FROZEN', { state: 'already-applied' });
  if (before.open.length >= mostOpenApplications) throw refuse('FROZEN', { state: 'too-many-applications' });
  const application: Application = {
    id,
    openid,
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
  const after: OpenApplications = { ...before, open: [...before.open, { id, unitId: unit.id }] };
  await transaction.replace(openApplications.name, after);
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
  const settled: Application = { ...application, state, reason, decidedAt: now };
  await transaction.replace(applications.name, settled);
  const before = await openOf(transaction, application.openid);
  const open = before.open.filter(({ id }) => id !== application.id);
  const after: OpenApplications = { ...before, open };
  if (open.length > 0) await transaction.replace(openApplications.name, after);
  else if (before.open.length > 0) await transaction.remove(openApplications.name, before.id);
  return settled;
}
