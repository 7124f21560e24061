import { noteCalls } from '#shared/contract/unit/note-calls';
import type { CallAnswer } from '#shared/people/unit-contact';
import type { Unit } from '#shared/people/unit';
import { stateAgain } from '#shared/record/nil-report';
import type { Author } from '#shared/record/record';
import type { z } from '#shared/zod';
import { onSteps } from '../../entry/handler';
import type { Transaction } from '../../platform/database';
import { findNilReport, keepNilReport, nilReportId } from '../../store/record/nil-reports';
import { findUnitCall, keepUnitCall, unitCallId } from '../../store/unit/unit-calls';
import { findActiveUnit, findUnit } from '../../store/unit/units';
import { editionToChange } from '../../work/edition/asked-edition';
import { tell } from '../../work/notice/tell';
import { firstContentAt } from '../../work/record/reporting';
import { stepBy } from '../../work/record/step-by';
import { resultOf } from '../../work/result-of';

type Result = z.output<typeof noteCalls.reply>['units'][number]['result'];

const refusals = {
  FROZEN: 'closed',
  NOT_FOUND: 'not-found',
  FORBIDDEN: 'not-yours',
} as const;

/** A call to a unit, as it is noted. */
interface Noting {
  editionId: string;
  unit: Unit;
  by: Author;
  answer: CallAnswer;
  request: string;
  now: number;
}

/** States the week's nil report for a unit by its word on the telephone; one that stands keeps its time. */
async function stateNilFor(transaction: Transaction, { editionId, unit, by, now }: Noting): Promise<void> {
  const of = { editionId, scope: 'unit', subject: unit.id, span: 'week' } as const;
  const before = await findNilReport(transaction, of);
  const { id: unitId, name: unitName, city: unitCity } = unit;
  const stating = { ...of, id: nilReportId(of), unitId, unitName, unitCity, statedAt: now, enteredBy: by };
  const stated = stateAgain(before, stating);
  if (stated === before) return;
  await keepNilReport(transaction, stated);
  await tell(transaction, {
    to: { unitId },
    kind: 'nil-stated',
    about: { kind: 'week', id: editionId, name: '本周无活动' },
    note: by.unitName,
    event: `${stated.id} ${now}`,
    now,
  });
}

/** Notes one call; run again, it finds it noted. */
async function noteOne(transaction: Transaction, noting: Noting, isWithContent: boolean): Promise<Result> {
  const { editionId, unit, by, answer, request, now } = noting;
  const of = { editionId, unitId: unit.id };
  const isNil = answer === 'nothing-this-week';
  const result = isNil && isWithContent ? 'has-content' : 'noted';
  if ((await findUnitCall(transaction, of))?.request === request) return result;
  await keepUnitCall(transaction, { ...of, id: unitCallId(of), at: now, by, answer, request });
  if (result === 'noted' && isNil) await stateNilFor(transaction, noting);
  return result;
}

export const noteCallsHandler = onSteps(
  noteCalls,
  async ({ editionId: year, unitIds, answer }, { caller, now, database, newId, step }) => {
    const { id: editionId } = await editionToChange(caller, database, year);
    const { by } = stepBy(caller.acting(), now);
    const note = async (unitId: string): Promise<Result> => {
      const unit = await findUnit(database, unitId);
      caller.require({ unitId, unitCity: unit.city });
      await findActiveUnit(database, unitId);
      const noting = { editionId, unit, by, answer, request: newId, now };
      return step(unitId, {
        gather: () => firstContentAt(database, { editionId, owner: { unitId }, span: 'week' }),
        run: (transaction, contentAt) => noteOne(transaction, noting, contentAt !== null),
      });
    };
    const units: z.input<typeof noteCalls.reply>['units'] = [];
    for (const unitId of new Set(unitIds))
      units.push({ unitId, result: await resultOf<Result>(refusals, () => note(unitId)) });
    return { units };
  },
);
