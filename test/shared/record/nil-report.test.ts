import {
  coversSpan,
  isSpanOf,
  nilReportKey,
  reportingStatusOf,
  spansCovering,
  spanStandingOf,
  stateAgain,
  stoodBefore,
  takeBack,
  type NilReport,
} from '#shared/record/nil-report';
import { edition2018, october } from '../example-records';

const asksByTheDay = { ...edition2018, dailyNil: { on: true, reason: '组委会要求按日报送' } };

test.each([
  [false, false, 'not-reported'],
  [false, true, 'nil'],
  [true, false, 'has-content'],
  [true, true, 'has-content'],
] as const)('content %s and a nil report %s: %s', (hasContent, statedNil, status) => {
  expect(reportingStatusOf({ hasContent, statedNil })).toBe(status);
});

test('a nil report for the week covers each of its days; those of days do not make the week’s', () => {
  expect(coversSpan('week', '2018-10-10')).toBe(true);
  expect(coversSpan('2018-10-10', '2018-10-10')).toBe(true);
  expect(coversSpan('2018-10-10', '2018-10-11')).toBe(false);
  expect(coversSpan('2018-10-10', 'week')).toBe(false);
  expect(spansCovering('2018-10-10')).toEqual(['2018-10-10', 'week']);
  expect(spansCovering('week')).toEqual(['week']);
});

test.each([
  ['2018-10-08', false],
  ['2018-10-09', true],
  ['2018-10-15', true],
  ['2018-10-16', false],
  ['week', true],
] as const)('%s can be stated for in the edition: %s', (span, expected) => {
  expect(isSpanOf(edition2018, span)).toBe(expected);
});

test('there is one of a unit or city for a span', () => {
  const of = { editionId: '2018', scope: 'unit', subject: 'unit-1', span: '2018-10-10' } as const;
  const keys = [
    of,
    { ...of, scope: 'city' as const },
    { ...of, subject: 'unit-2' },
    { ...of, span: 'week' as const },
  ];
  expect(new Set(keys.map(nilReportKey)).size).toBe(4);
  expect(nilReportKey(of)).toBe(nilReportKey({ ...of }));
});

describe('for a day without content and without a nil report', () => {
  const nothing = { contentAt: null, nilAt: null };

  test('nobody is 未报 unless the edition asks for nil reports by the day', () => {
    const neutral = { status: 'none-owed', at: null, isLate: null };
    expect(spanStandingOf(edition2018, '2018-10-10', nothing)).toEqual(neutral);
    const stated = { contentAt: null, nilAt: october('10 10:00') };
    expect(spanStandingOf(edition2018, '2018-10-10', stated)).toEqual(neutral);
    const silent = { status: 'not-reported', at: null, isLate: null };
    expect(spanStandingOf(asksByTheDay, '2018-10-10', nothing)).toEqual(silent);
  });

  test('the week’s is always owed', () => {
    expect(spanStandingOf(edition2018, 'week', nothing).status).toBe('not-reported');
  });
});

describe('按时 and 补报', () => {
  test.each([
    ['2018-10-10', '10 15:59:59.999', false],
    ['2018-10-10', '10 16:00', true],
    ['week', '15 23:59:59.999', false],
    ['week', '16 00:00', true],
  ] as const)('a nil report for %s, first stated on %s, is late: %s', (span, at, isLate) => {
    const nilAt = october(at);
    expect(spanStandingOf(asksByTheDay, span, { contentAt: null, nilAt })).toEqual({
      status: 'nil',
      at: nilAt,
      isLate,
    });
  });

  test('content goes before a nil report, with the time of the first content', () => {
    const times = { contentAt: october('10 17:00'), nilAt: october('10 10:00') };
    expect(spanStandingOf(asksByTheDay, '2018-10-10', times)).toEqual({
      status: 'has-content',
      at: october('10 17:00'),
      isLate: true,
    });
  });
});

describe('a nil report that is stated, repeated and taken back', () => {
  const wanted = {
    id: 'n1',
    editionId: '2018',
    scope: 'city',
    subject: '河源',
    span: '2018-10-10',
    unitId: 'unit-1',
    unitName: '河源市经信局',
    unitCity: '河源',
  } as const;
  const statedAt = (kept: NilReport | null, at: string) =>
    stateAgain(kept, { ...wanted, statedAt: october(at) });
  const first = statedAt(null, '10 15:00');

  test('keeps the time of its first statement, however often it is repeated', () => {
    expect(first.statedAt).toBe(october('10 15:00'));
    expect(statedAt(first, '10 17:00')).toBe(first);
  });

  test('taken back and stated again is a new first', () => {
    const again = statedAt(takeBack(first, october('10 15:30')), '10 17:00');
    expect(again).toMatchObject({ statedAt: october('10 17:00'), withdrawn: false });
  });

  test('stood at the cut-off by time, whatever was done with it since', () => {
    const cutOff = october('10 16:00');
    expect(stoodBefore(first, cutOff)).toBe(true);
    const takenBackLater = takeBack(first, october('10 16:05'));
    expect(stoodBefore(takenBackLater, cutOff)).toBe(true);
    expect(stoodBefore(statedAt(takenBackLater, '10 16:10'), cutOff)).toBe(true);
    const takenBackBefore = takeBack(first, october('10 15:59:59.999'));
    expect(stoodBefore(takenBackBefore, cutOff)).toBe(false);
    expect(stoodBefore(statedAt(takenBackBefore, '10 16:00'), cutOff)).toBe(false);
  });
});
