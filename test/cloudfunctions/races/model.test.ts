import fc from 'fast-check';
import { october } from '../../shared/example-records';
import { aMove, WeekPlayer, type Drawn } from '../model/play-week';
import { expectTheWeek, provinceBefore } from '../model/see-week';
import { unitsOfModel } from '../model/week-model';
import { addPerson, runTheCloud, stopClockAt } from '../support/running-cloud';
import { rounds } from './race';

runTheCloud();

beforeAll(async () => {
  await stopClockAt(october('10 10:00'));
  for (const { person, id, name, city } of unitsOfModel)
    await addPerson(person, { role: 'organiser', unitId: id, unitName: name, city });
  const staff = { role: 'city' } as const;
  await addPerson('model-jieyang', {
    ...staff,
    unitId: 'model-jieyang',
    unitName: '揭阳市经信局',
    city: '揭阳',
  });
  await addPerson('model-yunfu', {
    ...staff,
    unitId: 'model-yunfu',
    unitName: '云浮市经信局',
    city: '云浮',
  });
});

const movesInARound = 12;
/** A move and everything that tells of the week, on a busy machine. */
const longestMoveMs = 6_000;
const played = { rounds: 0 };

/** Plays a round from an empty week to an empty week; what was played is in the message of what fails. */
async function playARound(moves: readonly Drawn[]): Promise<void> {
  played.rounds += 1;
  const player = new WeekPlayer(`模型${played.rounds}轮`);
  const before = await provinceBefore();
  const told: string[] = [];
  try {
    for (const [step, drawn] of moves.entries()) {
      const move = await player.play(drawn);
      if (move === null) continue;
      told.push(move);
      await expectTheWeek(player.model, before, step);
    }
    told.push('everything is taken back');
    await player.leaveNothing();
    await expectTheWeek(player.model, before, 0);
  } catch (error) {
    throw new Error(`After: ${told.join('; ')}`, { cause: error });
  }
}

test(
  'whatever three units of two cities and their reviewers do, list, bulletin, tables, sheets and snapshot tell one event once',
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(aMove, { minLength: movesInARound, maxLength: movesInARound }), playARound),
      { numRuns: Math.ceil(rounds / 4), endOnFailure: true },
    ),
  Math.ceil(rounds / 4) * movesInARound * longestMoveMs,
);
