import { unitsToTell } from '#shared/double/units-to-tell';
import type { Activity } from '#shared/record/activity';
import { activityWith, together } from '../example-records';

const [leading, ...others] = together([
  activityWith({ id: 'a', unitId: 'unit-1' }),
  activityWith({ id: 'b', unitId: 'unit-2' }),
  activityWith({ id: 'c', unitId: 'unit-2' }),
  activityWith({ id: 'd', unitId: 'unit-1' }),
  activityWith({ id: 'e', unitId: 'unit-3', state: 'withdrawn' }),
]);

function toldWhen(record: Activity | undefined, state: Activity['state']) {
  if (record === undefined) throw new Error('There are five');
  return unitsToTell(record, { ...record, state });
}

test.each([
  ['returned', 'leading-returned'],
  ['withdrawn', 'leading-withdrawn'],
] as const)('that the leading record was %s is told to each other unit once', (state, why) => {
  expect(toldWhen(leading, state)).toEqual([{ unitId: 'unit-2', recordId: 'b', leadingId: 'a', why }]);
});

test('nobody is told of any other step, nor of another record than the leading one, nor of one by itself', () => {
  expect(toldWhen(leading, 'accepted')).toEqual([]);
  expect(toldWhen(leading, 'reported')).toEqual([]);
  expect(toldWhen(others[0], 'returned')).toEqual([]);
  expect(toldWhen(activityWith(), 'returned')).toEqual([]);
});
