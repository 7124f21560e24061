import { openNilReports } from '#shared/contract/record/open-nil-reports';
import { openReporting } from '#shared/contract/record/open-reporting';
import { stateNil } from '#shared/contract/record/state-nil';
import { withdrawNil } from '#shared/contract/record/withdraw-nil';
import { withdrawRecord } from '#shared/contract/record/withdraw-record';
import type { NilScope, NilSpan } from '#shared/record/nil-report';
import { october } from '../../../shared/example-records';
import { switchDailyNil } from '../../support/daily-nil';
import { log } from '../../support/log-form';
import { logPolicy } from '../../support/records';
import {
  addPerson,
  ask,
  exampleUnit,
  get,
  kept,
  newRequestId,
  putUnits,
  refused,
  runTheCloud,
  stopClockAt,
} from '../../support/running-cloud';

runTheCloud();

const cities = [
  '云浮',
  '潮州',
  '揭阳',
  '清远',
  '阳江',
  '汕尾',
  '河源',
  '韶关',
  '梅州',
  '茂名',
  '江门',
  '肇庆',
  '湛江',
] as const;
const next = { city: 0 };

/** A unit and the staff of a city that nothing has been said of yet. */
async function freshCity() {
  const city = cities[next.city];
  if (city === undefined) throw new Error('Every city has been used');
  next.city += 1;
  const unitId = `nil-unit-${next.city}`;
  await putUnits([exampleUnit({ id: unitId, name: `${city}示范基地`, kind: '示范基地', city })]);
  const unit = { unitId, unitName: `${city}示范基地`, city, role: 'organiser' as const };
  const staff = {
    unitId: `nil-staff-${next.city}`,
    unitName: `${city}市经信局`,
    city,
    role: 'city' as const,
  };
  await addPerson(`unit-of-${city}`, unit);
  await addPerson(`staff-of-${city}`, staff);
  return {
    city,
    unitId,
    staffUnitId: staff.unitId,
    organiser: `unit-of-${city}`,
    staff: `staff-of-${city}`,
  };
}

beforeAll(async () => {
  await stopClockAt(october('10 10:00'));
  await switchDailyNil(true);
});
beforeEach(() => stopClockAt(october('10 10:00')));

/** How a unit and its city stand before the bureau. */
async function standing({ unitId, city }: { unitId: string; city: string }, span: NilSpan) {
  const reporting = await get('bureau', openReporting, { span });
  return [
    reporting.units.find((each) => each.unitId === unitId)?.status,
    reporting.cities.find((each) => each.city === city)?.status,
  ];
}

/** How the organiser sees it. */
async function ownStanding(person: string, scope: NilScope, span: NilSpan) {
  const { subjects } = await get(person, openNilReports, {});
  return subjects.find((each) => each.scope === scope)?.spans.find((each) => each.span === span)?.status;
}

test('unreported, nil and content are three facts, in every list', async () => {
  const at = await freshCity();
  expect(await standing(at, '2018-10-10')).toEqual(['not-reported', 'not-reported']);
  const { nilReport } = await get(at.organiser, stateNil, { scope: 'unit', span: '2018-10-10' });
  expect(nilReport).toMatchObject({
    unitName: `${at.city}示范基地`,
    span: '2018-10-10',
    statedAt: october('10 10:00'),
    withdrawn: false,
  });
  expect(await standing(at, '2018-10-10')).toEqual(['nil', 'not-reported']);
  expect(await standing(at, '2018-10-11')).toEqual(['not-reported', 'not-reported']);
  expect(await standing(at, 'week')).toEqual(['not-reported', 'not-reported']);

  await get(at.staff, stateNil, { scope: 'city', span: 'week' });
  expect(await standing(at, '2018-10-11')).toEqual(['not-reported', 'nil']);
  expect(await ownStanding(at.organiser, 'unit', '2018-10-10')).toBe('nil');
  expect(await ownStanding(at.staff, 'city', '2018-10-12')).toBe('nil');

  const { id, revision } = await log(at.organiser, { city: at.city });
  expect(await standing(at, '2018-10-10')).toEqual(['has-content', 'has-content']);
  expect(await standing(at, 'week')).toEqual(['has-content', 'has-content']);
  expect(await ownStanding(at.organiser, 'unit', '2018-10-10')).toBe('has-content');
  // What is withdrawn is no content; what was stated still stands.
  await get(at.organiser, withdrawRecord, { kind: 'activity', id, revision });
  expect(await standing(at, '2018-10-10')).toEqual(['nil', 'nil']);
});

test('a unit or city with content cannot state that it has none', async () => {
  const at = await freshCity();
  await log(at.organiser, { city: at.city, headcount: null });
  const refusal = { code: 'FROZEN', details: { state: 'has-content' } };
  expect(await refused(at.organiser, stateNil, { scope: 'unit', span: '2018-10-10' })).toEqual(refusal);
  expect(await refused(at.organiser, stateNil, { scope: 'unit', span: 'week' })).toEqual(refusal);
  expect(await refused(at.staff, stateNil, { scope: 'city', span: '2018-10-10' })).toEqual(refusal);
  // Another day of theirs has nothing, and the staff's own unit has nothing at all.
  await get(at.organiser, stateNil, { scope: 'unit', span: '2018-10-11' });
  await get(at.staff, stateNil, { scope: 'unit', span: 'week' });
});

test('a policy is content of the week and of no day', async () => {
  const at = await freshCity();
  await logPolicy(at.organiser);
  expect(await standing(at, 'week')).toEqual(['has-content', 'has-content']);
  expect(await standing(at, '2018-10-10')).toEqual(['not-reported', 'not-reported']);
  expect(await refused(at.organiser, stateNil, { scope: 'unit', span: 'week' })).toMatchObject({
    code: 'FROZEN',
  });
});

test('a nil report is taken back, and stated again as the same one', async () => {
  const at = await freshCity();
  const input = { scope: 'unit', span: '2018-10-10' } as const;
  const first = await get(at.organiser, stateNil, input);
  await get(at.organiser, withdrawNil, input);
  expect(await standing(at, '2018-10-10')).toEqual(['not-reported', 'not-reported']);
  expect(await refused(at.organiser, withdrawNil, input)).toEqual({
    code: 'NOT_FOUND',
    details: { what: 'nil-report' },
  });
  await stopClockAt(october('10 11:00'));
  const again = await get(at.organiser, stateNil, input);
  expect(again.nilReport).toEqual({
    ...first.nilReport,
    statedAt: october('10 11:00'),
    earlier: [{ statedAt: october('10 10:00'), withdrawnAt: october('10 10:00') }],
  });
});

test('stated by two members at once, or twice by one, there is one', async () => {
  const at = await freshCity();
  const input = { scope: 'unit', span: '2018-10-10' } as const;
  const requestId = newRequestId();
  await Promise.all([
    ask(at.organiser, stateNil, input),
    ask(at.organiser, stateNil, input),
    ask(at.organiser, stateNil, input, requestId),
    ask(at.organiser, stateNil, input, requestId),
  ]);
  expect((await kept('nil-reports')).filter(({ subject }) => subject === at.unitId)).toHaveLength(1);
});

test('a city’s is stated by its staff only, and a day outside the week by nobody', async () => {
  const at = await freshCity();
  for (const person of [at.organiser, 'bureau'])
    expect(await refused(person, stateNil, { scope: 'city', span: 'week' })).toEqual({
      code: 'FORBIDDEN',
      details: {},
    });
  expect(await refused(at.organiser, stateNil, { scope: 'unit', span: '2018-10-16' })).toEqual({
    code: 'INVALID_INPUT',
    details: { fields: [{ field: 'span', problem: 'not-in-the-week', limit: null }] },
  });
});

test('a city sees its own units and itself, the bureau all', async () => {
  const at = await freshCity();
  const own = await get(at.staff, openReporting, { span: 'week' });
  expect(own.cities.map(({ city }) => city)).toEqual([at.city]);
  expect(own.units.map(({ unitId }) => unitId)).toContain(at.unitId);
  expect(new Set(own.units.map(({ city }) => city))).toEqual(new Set([at.city]));
  const all = await get('bureau', openReporting, { span: 'week' });
  expect(all.cities).toHaveLength(21);
  expect(all.units.length).toBeGreaterThan(own.units.length);
});

test('a second tap changes nothing: the nil report keeps the time of its first statement', async () => {
  const at = await freshCity();
  const input = { scope: 'unit', span: '2018-10-10' } as const;
  await stopClockAt(october('10 15:59:59.999'));
  const first = await get(at.organiser, stateNil, input);
  expect(first.isLate).toBe(false);
  await stopClockAt(october('10 16:30'));
  expect(await get(at.organiser, stateNil, input)).toEqual(first);
  const { subjects } = await get(at.organiser, openNilReports, {});
  expect(subjects[0]?.spans[1]).toEqual({
    span: '2018-10-10',
    stated: true,
    status: 'nil',
    at: october('10 15:59:59.999'),
    isLate: false,
  });
});

test('stated after the day’s cut-off it is 补报, before everybody, with the time', async () => {
  const at = await freshCity();
  await stopClockAt(october('10 16:00'));
  const { isLate } = await get(at.organiser, stateNil, { scope: 'unit', span: '2018-10-10' });
  expect(isLate).toBe(true);
  const { units, cities: all } = await get('bureau', openReporting, { span: '2018-10-10' });
  expect(units.find(({ unitId }) => unitId === at.unitId)).toMatchObject({
    status: 'nil',
    at: october('10 16:00'),
    isLate: true,
  });
  expect(all.find(({ city }) => city === at.city)).toMatchObject({
    status: 'not-reported',
    at: null,
    isLate: null,
  });
});

test('content has the time of its first record, and is 按时 or 补报 by it', async () => {
  const at = await freshCity();
  await stopClockAt(october('10 15:00'));
  await log(at.organiser, { city: at.city });
  await stopClockAt(october('10 17:00'));
  await log(at.organiser, { city: at.city, name: '后来填报的另一场活动' });
  const { units } = await get(at.staff, openReporting, { span: '2018-10-10', editionId: '2018' });
  expect(units.find(({ unitId }) => unitId === at.unitId)).toMatchObject({
    status: 'has-content',
    at: october('10 15:00'),
    isLate: false,
  });
});

test('a department counts like every unit', async () => {
  const at = await freshCity();
  await putUnits([
    exampleUnit({ id: at.staffUnitId, name: `${at.city}市经信局`, kind: '市级主管部门', city: at.city }),
  ]);
  const { units } = await get('bureau', openReporting, { span: 'week' });
  expect(units.find(({ unitId }) => unitId === at.staffUnitId)?.status).toBe('not-reported');
  await get(at.staff, stateNil, { scope: 'unit', span: 'week' });
  const later = await get('bureau', openReporting, { span: 'week' });
  expect(later.units.find(({ unitId }) => unitId === at.staffUnitId)?.status).toBe('nil');
});

describe('where the edition does not ask for nil reports by the day', () => {
  beforeAll(async () => {
    await stopClockAt(october('10 10:00'));
    await switchDailyNil(false);
  });
  afterAll(() => switchDailyNil(true));

  test('nobody is 未报 for a day, nor has a nil report; the week’s stands', async () => {
    const at = await freshCity();
    expect(await standing(at, '2018-10-10')).toEqual(['none-owed', 'none-owed']);
    expect(await standing(at, 'week')).toEqual(['not-reported', 'not-reported']);
    await get(at.organiser, stateNil, { scope: 'unit', span: 'week' });
    expect(await standing(at, '2018-10-10')).toEqual(['none-owed', 'none-owed']);
    expect(await standing(at, 'week')).toEqual(['nil', 'not-reported']);
    await log(at.organiser, { city: at.city });
    expect(await standing(at, '2018-10-10')).toEqual(['has-content', 'has-content']);
  });

  test('a day’s nil report is refused, and says why', async () => {
    const at = await freshCity();
    for (const [person, scope] of [
      [at.organiser, 'unit'],
      [at.staff, 'city'],
    ] as const)
      expect(await refused(person, stateNil, { scope, span: '2018-10-10' })).toEqual({
        code: 'FROZEN',
        details: { state: 'daily-nil-off' },
      });
  });
});
