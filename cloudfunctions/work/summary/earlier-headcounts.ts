import { coreOfName, isOfAYear } from '#shared/double/event-name';
import type { Activity } from '#shared/record/activity';
import type { EarlierHeadcount } from '#shared/summary/pre-check';
import type { Reader } from '../../platform/database';
import { activities } from '../../store/record/activities';

/** The platform's most values of one condition. */
const mostAtOnce = 100;
/** Records of a unit's last time that are looked through; a page of them stays under the platform's 1 MB. */
const mostOfAUnit = 20;

function toEarlier({ id, name, headcount }: Activity): EarlierHeadcount | null {
  return headcount === null ? null : { id, name, count: headcount.count };
}

/** The accepted records of an edition that are called the same as one of a page's. */
async function sameNamed(
  reader: Reader,
  editionId: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, Activity>> {
  const found = new Map<string, Activity>();
  for (let from = 0; from < names.length; from += mostAtOnce) {
    const some = await reader.list<Activity>(activities.name, {
      where: { editionId, name: { oneOf: names.slice(from, from + mostAtOnce) } },
      limit: mostAtOnce,
    });
    for (const each of some) if (each.state === 'accepted') found.set(each.name, each);
  }
  return found;
}

/**
 * What the activities of a page are held against in an earlier edition: the one of the same name, else one of the same unit
 * that was called the same but for its year.
 */
export async function earlierHeadcounts(
  reader: Reader,
  editionId: string,
  page: readonly Activity[],
): Promise<ReadonlyMap<string, EarlierHeadcount>> {
  const named = await sameNamed(reader, editionId, [...new Set(page.map(({ name }) => name))]);
  const ofUnits = new Map<string, Activity[]>();
  const earlier = new Map<string, EarlierHeadcount>();
  for (const each of page) {
    let match = named.get(each.name);
    if (match === undefined && isOfAYear(each.name)) {
      const ofUnit =
        ofUnits.get(each.unitId) ??
        (await reader.list<Activity>(activities.name, {
          where: { editionId, unitId: each.unitId },
          orderBy: ['sortKey', 'asc'],
          limit: mostOfAUnit,
        }));
      ofUnits.set(each.unitId, ofUnit);
      match = ofUnit.find(
        (other) => other.state === 'accepted' && coreOfName(other.name) === coreOfName(each.name),
      );
    }
    const held = match === undefined ? null : toEarlier(match);
    if (held !== null) earlier.set(each.id, held);
  }
  return earlier;
}
