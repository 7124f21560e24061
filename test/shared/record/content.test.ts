import { contentStates, firstContentOf, isContent, ownersOf, wasContentBefore } from '#shared/record/content';
import { activityWith, october } from '../example-records';

test.each([
  ['announced', true],
  ['reported', true],
  ['returned', true],
  ['accepted', true],
  ['withdrawn', false],
] as const)('an activity that is %s is content: %s', (state, expected) => {
  expect(isContent({ state })).toBe(expected);
  expect(contentStates.includes(state)).toBe(expected);
});

const joint = activityWith({
  createdAt: october('10 09:00'),
  coHosts: [{ unitId: 'unit-2', name: '深圳服务平台' }],
  jointUnits: [{ unitId: 'unit-2', unitCity: '深圳' }],
});

test('an activity is content of the unit that logged it and of each that hosts jointly, and of their cities', () => {
  expect(ownersOf(joint).map(({ unitId }) => unitId)).toEqual(['unit-1', 'unit-2']);
  const earlier = activityWith({ unitId: 'unit-2', unitCity: '深圳', createdAt: october('09 09:00') });
  const { units, cities } = firstContentOf([joint, earlier]);
  expect([...units]).toEqual([
    ['unit-1', october('10 09:00')],
    ['unit-2', october('09 09:00')],
  ]);
  expect([...cities]).toEqual([
    ['广州', october('10 09:00')],
    ['深圳', october('09 09:00')],
  ]);
});

test('a unit that is a co-host no more has no credit', () => {
  expect(activityWith({ ...joint, coHosts: [] }).jointUnits).toEqual([]);
});

test.each([
  ['logged at 15:59, taken back at 16:05', '10 15:59', '10 16:05', true],
  ['logged at 15:00, taken back at 15:59', '10 15:00', '10 15:59', false],
  ['logged at 16:00', '10 16:00', null, false],
  ['logged at 15:59', '10 15:59', null, true],
] as const)('what was %s was content at the cut-off: %s', (_case, createdAt, takenBackAt, expected) => {
  const record = activityWith({
    createdAt: october(createdAt),
    updatedAt: october(takenBackAt ?? createdAt),
    state: takenBackAt === null ? 'reported' : 'withdrawn',
  });
  expect(wasContentBefore(record, october('10 16:00'))).toBe(expected);
});
