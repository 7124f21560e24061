import { requireRevision } from '#shared/refusal/require-revision';
import { changeEdition } from '#shared/contract/edition/change-edition';
import { refuse, type FieldProblem } from '#shared/refusal/errors';
import { inTheWayOf } from '#shared/refusal/in-the-way';
import { describeChangedDates } from '#shared/week/changed-dates';
import { decidedProblems, editionProblems, needsRework } from '#shared/week/check-edition';
import type { Edition } from '#shared/week/edition';
import { onDecidedWrite } from '../../entry/handler';
import { countOfEdition } from '../../store/record/activities';
import { beginRework } from '../../store/edition/edition-reworks';
import { editionView, findEdition, replaceEdition } from '../../store/edition/editions';
import { gatherUse, problemsInUse, type GatheredUse } from '../../work/edition/edition-in-use';
import { runRework } from '../../work/edition/rework-edition';
import { tellEditionChanged } from '../../work/edition/tell-edition-changed';

/** Refuses what does not go together, or what something stands in the way of: that is shown. */
function refuseProblems(problems: readonly FieldProblem[], { found }: GatheredUse): void {
  if (problems.length === 0) return;
  const fields = problems.map((each) => ({ ...each, field: `fields.${each.field}` }));
  const isInUse = problems.some(({ problem }) => problem === 'in-use');
  throw refuse('INVALID_INPUT', {
    fields,
    ...(isInUse ? { inTheWay: inTheWayOf(found.flatMap(({ obstacles }) => obstacles)) } : {}),
  });
}

export const changeEditionHandler = onDecidedWrite(changeEdition, {
  gather: async ({ id, fields }, { database }) => ({
    use: await gatherUse(database, await findEdition(database, id), fields),
    expected: await countOfEdition(database, id),
  }),
  run: async ({ id, revision, fields }, { now, transaction }, { use, expected }) => {
    const before = await findEdition(transaction, id);
    requireRevision(before, revision);
    if (before.state === 'closed') throw refuse('FROZEN', { state: 'edition-closed' });
    const problems = [
      ...editionProblems(id, fields),
      ...decidedProblems(before, fields, now),
      ...(await problemsInUse(transaction, use)),
    ];
    refuseProblems(problems, use);
    const edition: Edition = { ...before, ...fields, revision: revision + 1, updatedAt: now };
    await replaceEdition(transaction, edition);
    const rework =
      expected > 0 && needsRework(before, edition)
        ? await beginRework(transaction, edition, { expected, now })
        : null;
    const moved = describeChangedDates(before, edition);
    if (moved !== '') await tellEditionChanged(transaction, edition, { to: 'all-members', note: moved, now });
    return { edition: await editionView(transaction, edition), rework };
  },
  afterwards: async ({ edition, rework }, { database, step }) => {
    if (rework !== null) await runRework(database, edition.id, step);
  },
});
