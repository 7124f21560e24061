import { requireRevision } from '#shared/refusal/require-revision';
import { changeEdition } from '#shared/contract/edition/change-edition';
import { refuse, type FieldProblem } from '#shared/refusal/errors';
import { decidedProblems, droppedDays, editionProblems } from '#shared/week/check-edition';
import type { Edition, EditionFields } from '#shared/week/edition';
import { onDecidedWrite } from '../../entry/handler';
import type { Database, Transaction } from '../../platform/database';
import { hasRecordsOfCity } from '../../store/record/activities';
import { hasEntriesOn } from '../../store/bulletin/bulletin-entries';
import { keepUses, usesOf, type EditionUses } from '../../store/edition/edition-uses';
import { editionView, findEdition, replaceEdition } from '../../store/edition/editions';

type InUse = Pick<EditionUses, 'days' | 'cities'>;

/** The days and cities that a change takes out of an edition. */
function removedBy(before: Edition, after: EditionFields): InUse {
  return {
    days: droppedDays(before, after),
    cities: before.cities.filter((city) => !after.cities.includes(city)),
  };
}

/** Of the days and cities that a change takes out, those that reports and records are kept of. */
async function foundInUse(database: Database, before: Edition, after: EditionFields): Promise<InUse> {
  const { days, cities } = removedBy(before, after);
  const usedDays = await Promise.all(days.map((day) => hasEntriesOn(database, before.id, day)));
  const usedCities = await Promise.all(cities.map((city) => hasRecordsOfCity(database, before.id, city)));
  return {
    days: days.filter((_day, index) => usedDays[index] === true),
    cities: cities.filter((_city, index) => usedCities[index] === true),
  };
}

/**
 * Days that have reports and cities that have records stay in the edition. Where something is taken out, its uses are written anew:
 * the first record of it, kept at the same moment, meets that.
 */
async function problemsInUse(
  transaction: Transaction,
  before: Edition,
  after: EditionFields,
  found: InUse,
): Promise<FieldProblem[]> {
  const removed = removedBy(before, after);
  if (removed.days.length === 0 && removed.cities.length === 0) return [];
  const uses = await usesOf(transaction, before.id);
  await keepUses(transaction, uses);
  const days = new Set([...found.days, ...uses.days]);
  const cities = new Set([...found.cities, ...uses.cities]);
  const fields = new Set([
    ...removed.days
      .filter((day) => days.has(day))
      .map((day) => (day < after.firstDay ? 'firstDay' : 'lastDay')),
    ...removed.cities.filter((city) => cities.has(city)).map(() => 'cities'),
  ]);
  return [...fields].map((field) => ({ field, problem: 'in-use', limit: null }));
}

export const changeEditionHandler = onDecidedWrite(changeEdition, {
  gather: async ({ id, fields }, { database }) =>
    foundInUse(database, await findEdition(database, id), fields),
  run: async ({ id, revision, fields }, { now, transaction }, found) => {
    const before = await findEdition(transaction, id);
    requireRevision(before, revision);
    if (before.state === 'closed') throw refuse('FROZEN', { state: 'edition-closed' });
    const problems = [
      ...editionProblems(id, fields),
      ...decidedProblems(before, fields, now),
      ...(await problemsInUse(transaction, before, fields, found)),
    ];
    if (problems.length > 0)
      throw refuse('INVALID_INPUT', {
        fields: problems.map((each) => ({ ...each, field: `fields.${each.field}` })),
      });
    const edition: Edition = { ...before, ...fields, revision: revision + 1, updatedAt: now };
    await replaceEdition(transaction, edition);
    return { edition: await editionView(transaction, edition) };
  },
});
