import { plainCollections } from '../../store/record/plain-records';
import {
  reportingStatusOf,
  spansCovering,
  type NilSpan,
  type ReportingStatus,
} from '#shared/record/nil-report';
import type { RecordState } from '#shared/record/record';
import type { Database, Reader } from '../../platform/database';
import { activities } from '../../store/record/activities';
import { subjectsWithNil } from '../../store/record/nil-reports';

/** A record in any of these states is content: what is withdrawn is not. */
const contentStates: readonly RecordState[] = ['announced', 'reported', 'returned', 'accepted'];
const isContent = { oneOf: contentStates };

/** How every unit and every city of an edition stands for a span. */
export interface Reporting {
  unit(unitId: string): ReportingStatus;
  city(city: string): ReportingStatus;
}

type OwnerField = 'unitId' | 'unitCity';

async function ownersOfContent(
  database: Database,
  { editionId, span, field }: { editionId: string; span: NilSpan; field: OwnerField },
): Promise<Set<string>> {
  const where = { editionId, state: isContent };
  const lists = await Promise.all(
    span === 'week'
      ? [activities, ...Object.values(plainCollections)].map(({ name }) =>
          database.distinct(name, field, where),
        )
      : [database.distinct(activities.name, field, { ...where, days: span })],
  );
  return new Set(lists.flat());
}

async function subjectsCovered(
  database: Database,
  { editionId, span, scope }: { editionId: string; span: NilSpan; scope: 'unit' | 'city' },
): Promise<Set<string>> {
  const lists = await Promise.all(
    spansCovering(span).map((each) => subjectsWithNil(database, { editionId, scope, span: each })),
  );
  return new Set(lists.flat());
}

/**
 * Who has content, stated a nil report, or said nothing for a day or the week (报送情况), in a handful of queries however many
 * units there are. A day's content is activities on that day; the week's is policies and showcases too. A city has what
 * any of its units has.
 */
export async function reportingOf(database: Database, editionId: string, span: NilSpan): Promise<Reporting> {
  const [units, cities, nilUnits, nilCities] = await Promise.all([
    ownersOfContent(database, { editionId, span, field: 'unitId' }),
    ownersOfContent(database, { editionId, span, field: 'unitCity' }),
    subjectsCovered(database, { editionId, span, scope: 'unit' }),
    subjectsCovered(database, { editionId, span, scope: 'city' }),
  ]);
  return {
    unit: (id) => reportingStatusOf({ hasContent: units.has(id), statedNil: nilUnits.has(id) }),
    city: (name) => reportingStatusOf({ hasContent: cities.has(name), statedNil: nilCities.has(name) }),
  };
}

/** Whether a unit, or a city, has content for a span: for one of them, inside a transaction too. */
export async function hasContent(
  reader: Reader,
  {
    editionId,
    owner,
    span,
  }: { editionId: string; owner: { unitId: string } | { unitCity: string }; span: NilSpan },
): Promise<boolean> {
  const any = async (collection: string, where: Record<string, string>) =>
    (
      await reader.list(collection, {
        where: { editionId, ...owner, ...where, state: isContent },
        limit: 1,
        fields: ['state'],
      })
    ).length > 0;
  if (span !== 'week') return any(activities.name, { days: span });
  for (const { name } of [activities, ...Object.values(plainCollections)])
    if (await any(name, {})) return true;
  return false;
}
