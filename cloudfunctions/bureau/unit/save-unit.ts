import { requireRevision } from '#shared/refusal/require-revision';
import { mayKeepUnit, roleFitsKind } from '#shared/people/admit';
import { refuse, type FieldProblem } from '#shared/refusal/errors';
import { saveUnit } from '#shared/contract/unit/save-unit';
import { guangdongCities, provincial } from '#shared/ground/region';
import { kindFitsCity, unitKey, type Unit, type UnitFields } from '#shared/people/unit';
import { onDecidedWrite } from '../../entry/handler';
import type { Transaction } from '../../platform/database';
import { currentEditionIfAny } from '../../store/edition/editions';
import { guardOf, holdGuard, moveGuard } from '../../store/guards';
import { gatherMembers, type UnitMembers } from '../../store/people/memberships';
import {
  findUnit,
  findUnitIfAny,
  insertUnit,
  newUnit,
  replaceUnit,
  unitOfKey,
  unitsAbove,
} from '../../store/unit/units';
import type { Problem } from '#shared/refusal/problems';

function problem(field: keyof UnitFields, what: Problem): FieldProblem {
  return { field: `unit.${field}`, problem: what, limit: null };
}

async function problemsOf(
  transaction: Transaction,
  id: string,
  fields: UnitFields,
  before: Unit | null,
  current: UnitMembers | null,
): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const cities = (await currentEditionIfAny(transaction))?.cities ?? guangdongCities;
  const isKnown = fields.city === provincial || fields.city === before?.city || cities.includes(fields.city);
  if (!isKnown) problems.push(problem('city', 'not-a-choice'));
  if (!kindFitsCity(fields.kind, fields.city)) problems.push(problem('kind', 'not-a-choice'));

  const namesake = await unitOfKey(transaction, unitKey(fields));
  if (namesake !== null && namesake.id !== id) problems.push(problem('name', 'taken'));

  if (fields.parentId !== null && fields.parentId !== before?.parentId) {
    const above = await unitsAbove(transaction, fields.parentId);
    const [parent] = above;
    const isFitting =
      parent?.state === 'active' &&
      (parent.city === fields.city || parent.city === provincial) &&
      above.every((each) => each.id !== id);
    if (!isFitting) problems.push(problem('parentId', 'not-a-choice'));
    // Two units that are each put under the other at once meet here, or they would stand in a circle.
    if (before !== null) await moveGuard(transaction, guardOf.unitTree());
  }
  if (before !== null && current !== null && before.kind !== fields.kind) {
    if (!current.members.every(({ role }) => roleFitsKind(role, fields.kind)))
      problems.push(problem('kind', 'in-use'));
    await holdGuard(transaction, current.guard);
  }
  return problems;
}

export const saveUnitHandler = onDecidedWrite(saveUnit, {
  gather: async ({ change }, { database }) => {
    const before = change === null ? null : await findUnitIfAny(database, change.id);
    return before === null ? null : gatherMembers(database, before);
  },
  run: async ({ change, unit: fields }, { caller, now, transaction, newId }, current) => {
    const before = change === null ? null : await findUnit(transaction, change.id);
    for (const each of [before, fields]) {
      if (each !== null && !caller.eligible.some((member) => mayKeepUnit(member, each)))
        throw refuse('FORBIDDEN', {});
    }
    if (before !== null && change !== null) {
      requireRevision(before, change.revision);
      if (before.state === 'closed') throw refuse('FROZEN', { state: 'unit-closed' });
    }
    const id = before?.id ?? newId;
    const problems = await problemsOf(transaction, id, fields, before, current);
    if (problems.length > 0) throw refuse('INVALID_INPUT', { fields: problems });

    if (before === null) {
      const unit = newUnit(id, fields, now);
      await insertUnit(transaction, unit);
      return { unit };
    }
    const unit: Unit = {
      ...before,
      ...fields,
      key: unitKey(fields),
      revision: before.revision + 1,
      updatedAt: now,
    };
    await replaceUnit(transaction, before, unit);
    return { unit };
  },
});
