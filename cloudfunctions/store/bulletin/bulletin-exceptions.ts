import type { BulletinException } from '#shared/bulletin/bulletin-exception';
import { refuse } from '#shared/refusal/errors';
import type { Day } from '#shared/ground/guangdong-time';
import type { Finder, Reader, Transaction } from '../../platform/database';
import { indexOn, type Collection } from '../collection';

/**
 * The exceptions of a unit in an edition (准予补报), all in one document: who reports under one, who grants and who takes back
 * another meet here.
 */
interface UnitExceptions {
  id: string;
  editionId: string;
  unitId: string;
  /** What they are found by: their ids, and their days. */
  exceptionIds: readonly string[];
  days: readonly Day[];
  exceptions: readonly BulletinException[];
}

export const bulletinExceptions: Collection = {
  name: 'bulletin-exceptions',
  indexes: [indexOn('editionId', 'days'), indexOn('exceptionIds')],
};

interface OfUnit {
  editionId: string;
  unitId: string;
}

/** One read takes the units that an edition can sensibly grant exceptions to. */
const mostUnits = 1000;
/** More than a unit can use in a week. */
const mostOfAUnit = 60;

async function ofUnit(finder: Finder, { editionId, unitId }: OfUnit): Promise<UnitExceptions> {
  const id = `${editionId}-${unitId}`;
  const kept = await finder.find<UnitExceptions>(bulletinExceptions.name, id);
  return kept ?? { id, editionId, unitId, exceptionIds: [], days: [], exceptions: [] };
}

/** The exceptions of a unit that stand, whatever their day. */
export async function exceptionsOfUnit(finder: Finder, of: OfUnit): Promise<BulletinException[]> {
  const { exceptions } = await ofUnit(finder, of);
  return exceptions.filter(({ revokedAt }) => revokedAt === null);
}

/** The exceptions of a day, or of the edition when the day is null, in the order they were granted; revoked ones too. */
export async function exceptionsOf(
  reader: Reader,
  { editionId, day }: { editionId: string; day: Day | null },
): Promise<BulletinException[]> {
  const kept = await reader.list<UnitExceptions>(bulletinExceptions.name, {
    where: { editionId, ...(day === null ? {} : { days: day }) },
    limit: mostUnits,
  });
  return kept
    .flatMap(({ exceptions }) => exceptions)
    .filter((each) => day === null || each.day === day)
    .sort((one, other) => one.grantedAt - other.grantedAt || (one.id < other.id ? -1 : 1));
}

/** Whose exception it is: an exception never changes its unit. NOT_FOUND when there is none of that id. */
export async function unitOfException(reader: Reader, id: string): Promise<OfUnit> {
  const [found] = await reader.list<UnitExceptions>(bulletinExceptions.name, {
    where: { exceptionIds: id },
    limit: 1,
  });
  if (found === undefined) throw refuse('NOT_FOUND', { what: 'exception' });
  return found;
}

/** One exception of a unit. NOT_FOUND when there is none of that id. */
export async function findException(finder: Finder, of: OfUnit, id: string): Promise<BulletinException> {
  const { exceptions } = await ofUnit(finder, of);
  const found = exceptions.find((each) => each.id === id);
  if (found === undefined) throw refuse('NOT_FOUND', { what: 'exception' });
  return found;
}

/** Keeps an exception, new or changed. FROZEN when the unit has as many as there may be. */
export async function keepException(transaction: Transaction, exception: BulletinException): Promise<void> {
  const kept = await ofUnit(transaction, exception);
  const isNew = !kept.exceptionIds.includes(exception.id);
  if (isNew && kept.exceptions.length >= mostOfAUnit) throw refuse('FROZEN', { state: 'full' });
  const exceptions = isNew
    ? [...kept.exceptions, exception]
    : kept.exceptions.map((each) => (each.id === exception.id ? exception : each));
  const next: UnitExceptions = {
    ...kept,
    exceptions,
    exceptionIds: exceptions.map(({ id }) => id),
    days: [...new Set(exceptions.map(({ day }) => day))],
  };
  await transaction.replace(bulletinExceptions.name, next);
}
