import {
  coversSpan,
  isSpanOf,
  nilReportKey,
  reportingStatusOf,
  spansCovering,
} from '#shared/record/nil-report';
import { edition2018 } from '../example-records';

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
