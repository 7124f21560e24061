import { changeEdition } from '#shared/contract/change-edition';
import { refuse, type FieldProblem } from '#shared/contract/errors';
import { decidedProblems, droppedDays, editionProblems } from '#shared/week/check-edition';
import type { Edition, EditionFields } from '#shared/week/edition';
import { onWrite } from '../entry/handler';
import type { Transaction } from '../platform/database';
import { hasRecordsOfCity } from '../store/activities';
import { hasEntriesOn } from '../store/bulletin-entries';
import { findEdition, replaceEdition, requireEditionRevision } from '../store/editions';

/** Days that have reports and cities that have records stay in the edition. */
async function problemsInUse(
  transaction: Transaction,
  before: Edition,
  after: EditionFields,
): Promise<FieldProblem[]> {
  const inUse = (field: string): FieldProblem => ({ field, problem: 'in-use', limit: null });
  const problems: FieldProblem[] = [];
  for (const day of droppedDays(before, after)) {
    if (await hasEntriesOn(transaction, before.id, day))
      problems.push(inUse(day < after.firstDay ? 'firstDay' : 'lastDay'));
  }
  for (const city of before.cities) {
    if (!after.cities.includes(city) && (await hasRecordsOfCity(transaction, before.id, city)))
      problems.push(inUse('cities'));
  }
  return problems;
}

export const changeEditionHandler = onWrite(
  changeEdition,
  async ({ id, revision, fields }, { now, transaction }) => {
    const before = await findEdition(transaction, id);
    requireEditionRevision(before, revision);
    if (before.state === 'closed') throw refuse('FROZEN', { state: 'edition-closed' });
    const problems = [
      ...editionProblems(id, fields),
      ...decidedProblems(before, fields, now),
      ...(await problemsInUse(transaction, before, fields)),
    ];
    if (problems.length > 0)
      throw refuse('INVALID_INPUT', {
        fields: problems.map((each) => ({ ...each, field: `fields.${each.field}` })),
      });
    const edition: Edition = { ...before, ...fields, revision: revision + 1, updatedAt: now };
    await replaceEdition(transaction, edition);
    return { edition };
  },
);
