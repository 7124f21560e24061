import {
  decidedProblems,
  editionProblems,
  isWeekOver,
  needsRework,
  removedBy,
} from '#shared/week/check-edition';
import { fieldsOf, type Edition, type EditionFields } from '#shared/week/edition';
import { edition2018, october, octoberDay } from '../example-records';

const fields = fieldsOf(edition2018);

/** The problems of the 2018 edition with some fields changed, as `field problem`. */
function problemsWith(changed: Partial<EditionFields>, id = '2018'): string[] {
  return editionProblems(id, { ...fields, ...changed }).map(({ field, problem }) => `${field} ${problem}`);
}

describe('the fields of an edition', () => {
  test('of the two notices go together', () => {
    expect(problemsWith({})).toEqual([]);
  });

  test.each<[string, Partial<EditionFields>, string[]]>([
    ['a week of one day', { firstDay: '2018-10-15' }, []],
    ['a week that ends before it begins', { lastDay: '2018-10-08' }, ['lastDay before-start']],
    ['31 days', { firstDay: '2018-09-15', opensAt: Date.UTC(2018, 8, 1) }, []],
    ['32 days', { firstDay: '2018-09-14', opensAt: Date.UTC(2018, 8, 1) }, ['lastDay too-long-a-week']],
    ['a city’s deadline on the last day', { cityDeadline: '2018-10-15' }, []],
    [
      'a city’s deadline before the last day',
      { cityDeadline: '2018-10-14' },
      ['cityDeadline before-last-day'],
    ],
    ['both deadlines on one day', { provinceDeadline: '2018-10-15' }, []],
    [
      'the province’s deadline before the cities’',
      { cityDeadline: '2018-10-17' },
      ['provinceDeadline before-city-deadline'],
    ],
    ['a deadline 92 days after the week', { provinceDeadline: '2019-01-15' }, []],
    [
      'a deadline 93 days after the week',
      { provinceDeadline: '2019-01-16' },
      ['provinceDeadline too-far-from-the-week'],
    ],
    ['a first window of a millisecond', { opensAt: october('09 15:59:59.999') }, []],
    ['a first window that is empty', { opensAt: october('09 16:00') }, ['opensAt after-first-cut-off']],
    ['a first window that opens 92 days before its end', { opensAt: Date.UTC(2018, 6, 9, 8) }, []],
    [
      'a first window that opens earlier',
      { opensAt: Date.UTC(2018, 6, 9, 8) - 1 },
      ['opensAt too-far-from-the-week'],
    ],
    ['a city named twice', { cities: ['广州', '深圳', '广州'] }, ['cities.2 repeated']],
    [
      'nil reports by the day, for no reason',
      { dailyNil: { on: true, reason: '' } },
      ['dailyNil.reason required'],
    ],
    ['nil reports by the day, for a reason', { dailyNil: { on: true, reason: '组委会要求' } }, []],
    ['a city that reports alone', { reportsAlone: ['深圳'] }, []],
    ['one that takes no part', { cities: ['广州'], reportsAlone: ['深圳'] }, ['reportsAlone.0 not-a-choice']],
    ['a series named twice', { series: ['创客中国', '创客中国'] }, ['series.1 repeated']],
  ])('with %s', (_what, changed, expected) => {
    expect(problemsWith(changed)).toEqual(expected);
  });

  test('of another year are not this edition’s', () => {
    expect(problemsWith({}, '2019')).toEqual(['firstDay not-in-the-year']);
  });

  test('of a week over New Year belong to the year it begins in', () => {
    const newYear: Partial<EditionFields> = {
      firstDay: '2018-12-28',
      lastDay: '2019-01-03',
      opensAt: Date.UTC(2018, 11, 27),
      cityDeadline: '2019-01-04',
      provinceDeadline: '2019-01-05',
    };
    expect(problemsWith(newYear)).toEqual([]);
  });
});

describe('what time has decided', () => {
  function decided(changed: Partial<EditionFields>, now: number, before: Edition = edition2018): string[] {
    return decidedProblems(before, { ...fields, ...changed }, now).map(({ field }) => field);
  }

  test('is nothing while an edition is being prepared', () => {
    const preparing: Edition = { ...edition2018, state: 'preparing' };
    expect(decided({ cutOff: '15:00', firstDay: '2018-10-10' }, october('20 00:00'), preparing)).toEqual([]);
  });

  test('is nothing up to the last millisecond before the first cut-off', () => {
    const all = { cutOff: '15:00', firstDay: '2018-10-08', lastDay: '2018-10-16', opensAt: 0 } as const;
    expect(decided(all, october('09 15:59:59.999'))).toEqual([]);
    expect(decided(all, october('09 16:00'))).toEqual(['firstDay', 'opensAt', 'cutOff']);
  });

  test('keeps the last day from moving before a window that has ended', () => {
    const to = (lastDay: EditionFields['lastDay'], now: string) => decided({ lastDay }, october(now));
    expect(to(octoberDay('11'), '11 15:59:59.999')).toEqual([]);
    expect(to(octoberDay('11'), '11 16:00')).toEqual([]);
    expect(to(octoberDay('10'), '11 16:00')).toEqual(['lastDay']);
  });

  test('keeps a week that is over from going on: its last day has refused what came after', () => {
    expect(decided({ lastDay: '2018-10-16' }, october('15 15:59:59.999'))).toEqual([]);
    expect(decided({ lastDay: '2018-10-16' }, october('15 16:00'))).toEqual(['lastDay']);
  });

  test('keeps a deadline once its day is over', () => {
    const later = { cityDeadline: '2018-10-17', provinceDeadline: '2018-10-18' } as const;
    expect(decided(later, october('15 23:59:59.999'))).toEqual([]);
    expect(decided(later, october('16 00:00'))).toEqual(['cityDeadline']);
    expect(decided(later, october('17 00:00'))).toEqual(['cityDeadline', 'provinceDeadline']);
  });

  test('leaves titles, mailboxes and later days alone', () => {
    const later = { title: '改过的标题', bulletinMailbox: 'a@example.org', lastDay: '2018-10-13' } as const;
    expect(decided(later, october('12 10:00'))).toEqual([]);
  });
});

test('days, cities and series that a change takes out are named, those it adds are not', () => {
  const shorter: Edition = {
    ...edition2018,
    firstDay: octoberDay('10'),
    lastDay: octoberDay('13'),
    cities: edition2018.cities.filter((city) => city !== '梅州'),
    series: ['中博会', '创响中国'],
  };
  expect(removedBy(edition2018, shorter)).toEqual({
    days: ['2018-10-09', '2018-10-14', '2018-10-15'],
    cities: ['梅州'],
    series: ['创客中国', '创客广东'],
  });
  expect(removedBy(shorter, edition2018)).toEqual({ days: [], cities: [], series: ['创响中国'] });
});

test.each<[string, Partial<EditionFields>, boolean]>([
  ['a title', { title: '改过的标题' }, false],
  ['a later day for the cities', { cityDeadline: octoberDay('16') }, false],
  ['a city more', { cities: edition2018.cities.slice() }, false],
  ['a day more', { lastDay: octoberDay('16') }, true],
  ['a day less', { firstDay: octoberDay('10') }, true],
  ['a city less', { cities: edition2018.cities.slice(1) }, true],
  ['a series less', { series: [] }, true],
])('after a change of %s, records have to be worked out again: %#', (_what, fieldsChanged, expected) => {
  expect(needsRework(edition2018, { ...fields, ...fieldsChanged })).toBe(expected);
});

test('the week is over with its last day’s cut-off, to the millisecond', () => {
  expect(isWeekOver(edition2018, october('15 15:59:59.999'))).toBe(false);
  expect(isWeekOver(edition2018, october('15 16:00'))).toBe(true);
});
