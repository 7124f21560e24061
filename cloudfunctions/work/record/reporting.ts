import {
  contentStates,
  firstContentOf,
  isContent,
  wasContentBefore,
  type ContentRecord,
} from '#shared/record/content';
import {
  isOwed,
  lateFrom,
  spanStandingOf,
  spansCovering,
  stoodBefore,
  type NilScope,
  type NilSpan,
  type SpanStanding,
} from '#shared/record/nil-report';
import type { CitiesStood } from '#shared/bulletin/compose-bulletin';
import type { Day } from '#shared/ground/guangdong-time';
import type { Edition } from '#shared/week/edition';
import type { Reader } from '../../platform/database';
import { activities } from '../../store/record/activities';
import { nilReportsFor, type NilStatement } from '../../store/record/nil-reports';
import { plainCollections } from '../../store/record/plain-records';

/** How every unit and every city of an edition stands for a span. */
export interface Reporting {
  unit(unitId: string): SpanStanding;
  city(city: string): SpanStanding;
}

type Kept = ContentRecord & { id: string };

/** The platform's most in one read; of a record only what follows is read. */
const readAtOnce = 1000;
const fields = ['unitId', 'unitCity', 'state', 'createdAt', 'updatedAt', 'jointUnits'] as const;

async function everyOf(
  reader: Reader,
  collection: string,
  where: Record<string, string>,
): Promise<ContentRecord[]> {
  const all: Kept[] = [];
  for (;;) {
    const last = all.at(-1)?.id;
    const found = await reader.list<Kept>(collection, {
      where: last === undefined ? where : { ...where, id: { greaterThan: last } },
      orderBy: ['id', 'asc'],
      limit: readAtOnce,
      fields,
    });
    all.push(...found);
    if (found.length < readAtOnce) return all;
  }
}

/** The collections whose records are content of a span: by the day activities only, for the week policies and showcases too. */
function collectionsOf(span: NilSpan): string[] {
  const inWeek = span === 'week' ? Object.values(plainCollections) : [];
  return [activities, ...inWeek].map(({ name }) => name);
}

/** Every record of a span, whatever its state. */
async function recordsOf(reader: Reader, editionId: string, span: NilSpan): Promise<ContentRecord[]> {
  const where = { editionId, ...(span === 'week' ? {} : { days: span }) };
  return (await Promise.all(collectionsOf(span).map((name) => everyOf(reader, name, where)))).flat();
}

async function nilOf(
  reader: Reader,
  editionId: string,
  scope: NilScope,
  span: NilSpan,
): Promise<NilStatement[]> {
  const lists = await Promise.all(
    spansCovering(span).map((each) => nilReportsFor(reader, { editionId, scope, span: each })),
  );
  return lists.flat();
}

/** When each subject first stated, among the nil reports that stand. */
function firstStated(reports: readonly NilStatement[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { subject, statedAt } of reports.filter(({ withdrawn }) => !withdrawn))
    first.set(subject, Math.min(statedAt, first.get(subject) ?? Infinity));
  return first;
}

/**
 * Who has content, stated a nil report, or said nothing for a day or the week (报送情况), and since when. A day's content is
 * activities on that day; the week's is policies and showcases too. A city has what any of its units has, and what a unit of
 * it hosts jointly.
 */
export async function reportingOf(reader: Reader, edition: Edition, span: NilSpan): Promise<Reporting> {
  const [records, nilUnits, nilCities] = await Promise.all([
    recordsOf(reader, edition.id, span),
    nilOf(reader, edition.id, 'unit', span),
    nilOf(reader, edition.id, 'city', span),
  ]);
  const content = firstContentOf(records.filter(isContent));
  const nil = { units: firstStated(nilUnits), cities: firstStated(nilCities) };
  const standingIn = (of: 'units' | 'cities', key: string) =>
    spanStandingOf(edition, span, {
      contentAt: content[of].get(key) ?? null,
      nilAt: nil[of].get(key) ?? null,
    });
  return { unit: (id) => standingIn('units', id), city: (name) => standingIn('cities', name) };
}

/**
 * How the cities stood when a day's window ended, by time alone: what was logged or stated later, or taken back later, changes
 * nothing of it.
 */
export async function citiesStoodAt(
  reader: Reader,
  { edition, day }: { edition: Edition; day: Day },
): Promise<CitiesStood> {
  const closedAt = lateFrom(edition, day);
  const owed = isOwed(edition, day);
  const [records, reports] = await Promise.all([
    recordsOf(reader, edition.id, day),
    owed ? nilOf(reader, edition.id, 'city', day) : [],
  ]);
  const content = firstContentOf(records.filter((record) => wasContentBefore(record, closedAt)));
  return {
    isOwed: owed,
    withContent: [...content.cities.keys()],
    nil: reports.filter((report) => stoodBefore(report, closedAt)).map(({ subject }) => subject),
  };
}

type FirstRead = { id: string; createdAt: number; days: readonly Day[] };

/** Whose content is looked for: a unit's, or that of a city's units. */
export type Owner = { unitId: string } | { unitCity: string };

/** When the first content of a unit, or of a city, for a span was received; null while there is none. */
export async function firstContentAt(
  reader: Reader,
  { editionId, owner, span }: { editionId: string; owner: Owner; span: NilSpan },
): Promise<number | null> {
  const inState = { editionId, state: { oneOf: contentStates } };
  const first = { orderBy: ['createdAt', 'asc'], fields: ['createdAt', 'days'] } as const;
  const owned = collectionsOf(span).map((name) => {
    const where = { ...inState, ...owner, ...(span === 'week' ? {} : { days: span }) };
    return reader.list<FirstRead>(name, { where, ...first, limit: 1 });
  });
  const joint = Object.fromEntries(
    Object.entries(owner).map(([field, value]) => [`jointUnits.${field}`, value]),
  );
  const jointly = reader.list<FirstRead>(activities.name, {
    where: { ...inState, ...joint },
    ...first,
    limit: span === 'week' ? 1 : readAtOnce,
  });
  // No index takes two lists of a record: of what is hosted jointly the days are looked at here.
  const onSpan = (await jointly).filter(({ days }) => span === 'week' || days.includes(span));
  const times = [...(await Promise.all(owned)).flat(), ...onSpan].map(({ createdAt }) => createdAt);
  return times.length === 0 ? null : Math.min(...times);
}
