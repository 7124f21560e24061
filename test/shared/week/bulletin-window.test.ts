import fc from 'fast-check';
import {
  bulletinWindow,
  closingFor,
  collectingWindow,
  decideBulletinDay,
  reportableDays,
  settledAt,
  type ActivityDays,
  type BulletinDecision,
} from '#shared/week/bulletin-window';
import { daysOf } from '#shared/week/edition';
import { addDays, instantOf, type Day } from '#shared/ground/guangdong-time';
import { edition2018 as edition, october, octoberDay } from '../example-records';

/** `'10 09:00'` is an activity of one day, `'10..12 09:00'` one of three, `'10 ?'` one whose start nobody knows. */
function activityAt(text: string): ActivityDays {
  const [days = '', time = ''] = text.split(' ');
  const [first = '', last = first] = days.split('..');
  return {
    firstDay: octoberDay(first),
    lastDay: octoberDay(last),
    startTime: time === '?' ? null : time,
  };
}

function decide(activity: string, received: string, namedDay?: string): BulletinDecision {
  const named = namedDay === undefined ? null : octoberDay(namedDay);
  return decideBulletinDay(edition, activityAt(activity), named, october(received));
}

function takenFor(dayOfMonth: string): BulletinDecision {
  return { result: 'taken', day: octoberDay(dayOfMonth), closesAt: october(`${dayOfMonth} 16:00`) };
}
function tooLateFor(dayOfMonth: string): BulletinDecision {
  return { result: 'cut-off-passed', day: octoberDay(dayOfMonth), closedAt: october(`${dayOfMonth} 16:00`) };
}
const notItsDay: BulletinDecision = { result: 'not-its-day' };

describe('the 16:00 rule, as the table of the rules has it', () => {
  test.each([
    ['10 09:00', '10 15:59:59.999', takenFor('10')],
    ['10 09:00', '10 16:00:00.000', tooLateFor('10')],
    ['10 16:00', '10 15:00', takenFor('10')],
    ['10 16:00', '11 10:00', takenFor('11')],
    ['10 09:00', '11 10:00', tooLateFor('10')],
    ['11 09:00', '10 17:00', takenFor('11')],
    ['11 09:00', '10 15:00', takenFor('11')],
    ['15 19:00', '15 15:00', takenFor('15')],
    ['15 19:00', '15 17:00', tooLateFor('15')],
    ['09..15 09:00', '09 10:00', takenFor('09')],
    ['09..15 09:00', '12 10:00', takenFor('12')],
  ])('an activity of %s received on %s', (activity, received, decision) => {
    expect(decide(activity, received)).toEqual(decision);
  });
});

describe('an evening activity', () => {
  test.each([
    ['is for its own day one millisecond before the cut-off', '10 15:59:59.999', takenFor('10')],
    ['is for the next day from the cut-off on', '10 16:00:00.000', takenFor('11')],
    ['is for the next day until that window ends', '11 15:59:59.999', takenFor('11')],
    ['is too late for its own day once the next window has ended', '11 16:00:00.000', tooLateFor('10')],
  ])('%s', (_sentence, received, decision) => {
    expect(decide('10 19:00', received)).toEqual(decision);
  });

  test('is one that starts at the cut-off itself, and not a minute before it', () => {
    expect(decide('10 16:00', '10 16:00')).toEqual(takenFor('11'));
    expect(decide('10 15:59', '10 16:00')).toEqual(tooLateFor('10'));
  });

  test('of the last day but one is still taken on the last', () => {
    expect(decide('14 19:00', '15 10:00')).toEqual(takenFor('15'));
  });

  test('of the last day has no next day', () => {
    expect(decide('15 19:00', '15 15:59:59.999')).toEqual(takenFor('15'));
    expect(decide('15 19:00', '15 16:00:00.000')).toEqual(tooLateFor('15'));
    expect(decide('15 19:00', '16 10:00')).toEqual(tooLateFor('15'));
  });

  test('of several days moves on only from its first day', () => {
    expect(decide('10..12 19:00', '10 17:00', '10')).toEqual(takenFor('11'));
    expect(decide('10..12 19:00', '11 17:00', '11')).toEqual(tooLateFor('11'));
  });
});

test('an activity whose start nobody knows is not an evening one', () => {
  expect(decide('10 ?', '10 15:59:59.999')).toEqual(takenFor('10'));
  expect(decide('10 ?', '10 16:00:00.000')).toEqual(tooLateFor('10'));
});

describe('the first day', () => {
  test('has a window that opens with the edition', () => {
    expect(bulletinWindow(edition, '2018-10-09')).toEqual({
      opensAt: edition.opensAt,
      closesAt: Date.UTC(2018, 9, 9, 8),
    });
  });

  test('takes what comes before the cut-off of the day before', () => {
    expect(decide('09 09:00', '08 15:00')).toEqual(takenFor('09'));
    expect(decide('09 09:00', '01 00:00')).toEqual(takenFor('09'));
  });
});

test('any other day has a window of 24 hours, to the millisecond', () => {
  expect(bulletinWindow(edition, '2018-10-10')).toEqual({
    opensAt: Date.UTC(2018, 9, 9, 8),
    closesAt: Date.UTC(2018, 9, 10, 8),
  });
});

describe('an activity of several days', () => {
  test('is for the day it names, as long as that day is open', () => {
    expect(decide('09..15 09:00', '09 10:00', '12')).toEqual(takenFor('12'));
    expect(decide('09..15 09:00', '12 15:59:59.999', '12')).toEqual(takenFor('12'));
    expect(decide('09..15 09:00', '12 16:00', '12')).toEqual(tooLateFor('12'));
  });

  test('is for its first open day when it names none', () => {
    expect(decide('10..12 09:00', '10 16:00')).toEqual(takenFor('11'));
    expect(decide('10..12 09:00', '12 16:00')).toEqual(tooLateFor('12'));
  });

  test('is reported only for its days inside the week', () => {
    expect(reportableDays(edition, activityAt('01..10 09:00'))).toEqual(['2018-10-09', '2018-10-10']);
    expect(decide('01..10 09:00', '05 10:00')).toEqual(takenFor('09'));
    expect(decide('15..20 09:00', '15 17:00')).toEqual(tooLateFor('15'));
    expect(decide('15..20 09:00', '15 10:00', '16')).toEqual(notItsDay);
  });
});

describe('a day is refused that is not the activity’s', () => {
  test.each([
    ['a day before it', '10..12 09:00', '09'],
    ['a day after it', '10..12 09:00', '13'],
    ['the day after an evening', '10 19:00', '11'],
    ['another day of the week', '10 09:00', '12'],
  ])('%s', (_sentence, activity, named) => {
    expect(decide(activity, '09 10:00', named)).toEqual(notItsDay);
  });

  test('nor has an activity outside the week any day at all', () => {
    expect(decide('08 09:00', '08 10:00')).toEqual(notItsDay);
    expect(decide('16 09:00', '15 10:00')).toEqual(notItsDay);
    expect(decide('08 19:00', '09 10:00')).toEqual(notItsDay);
    expect(reportableDays(edition, activityAt('16 09:00'))).toEqual([]);
  });
});

describe('the bulletin that is collecting', () => {
  test.each([
    ['none before the edition opens', edition.opensAt - 1, null],
    ['the first day’s from then on', edition.opensAt, '2018-10-09'],
    ['a day’s up to its last millisecond', october('10 15:59:59.999'), '2018-10-10'],
    ['the next day’s at the cut-off', october('10 16:00'), '2018-10-11'],
    ['the last day’s up to its last millisecond', october('15 15:59:59.999'), '2018-10-15'],
    ['none after the last cut-off', october('15 16:00'), null],
  ])('is %s', (_sentence, now, day) => {
    expect(collectingWindow(edition, now)).toEqual(
      day === null ? null : { day, closesAt: instantOf(day, '16:00') },
    );
  });
});

describe('leave to report late', () => {
  const until = (text: string) => ({ day: '2018-10-10', until: october(text) });

  test('moves the end of its own day and of no other', () => {
    expect(closingFor(edition, '2018-10-10', [until('10 18:00')])).toBe(october('10 18:00'));
    expect(closingFor(edition, '2018-10-11', [until('10 18:00')])).toBe(october('11 16:00'));
    const ofTheNextDay = { day: '2018-10-11', until: october('11 18:00') };
    expect(closingFor(edition, '2018-10-10', [ofTheNextDay])).toBe(october('10 16:00'));
    const decided = decideBulletinDay(edition, activityAt('10 09:00'), null, october('10 16:00'), [
      ofTheNextDay,
    ]);
    expect(decided).toEqual(tooLateFor('10'));
  });

  test('of the next day takes an evening activity after that day’s cut-off too', () => {
    const ofTheNextDay = { day: '2018-10-11', until: october('11 18:00') };
    const decidedAt = (text: string) =>
      decideBulletinDay(edition, activityAt('10 19:00'), null, october(text), [ofTheNextDay]);
    expect(decidedAt('11 17:59:59.999')).toEqual({
      result: 'taken',
      day: '2018-10-11',
      closesAt: october('11 18:00'),
    });
    expect(decidedAt('11 18:00')).toEqual(tooLateFor('10'));
  });

  test('counts to its latest end, and never makes a day shorter', () => {
    expect(closingFor(edition, '2018-10-10', [until('10 18:00'), until('10 17:00')])).toBe(
      october('10 18:00'),
    );
    expect(closingFor(edition, '2018-10-10', [until('10 12:00')])).toBe(october('10 16:00'));
    expect(closingFor(edition, '2018-10-10', [])).toBe(october('10 16:00'));
  });

  test('has the bulletin wait until it has ended, and what came last is kept', () => {
    expect(settledAt(edition, '2018-10-10', [])).toBe(october('10 16:00:30'));
    expect(settledAt(edition, '2018-10-10', [until('10 18:00')])).toBe(october('10 18:00:30'));
  });
});

test('another cut-off of another edition moves every window', () => {
  const other = { ...edition, cutOff: '17:30' };
  const activity = activityAt('10 17:00');
  expect(decideBulletinDay(other, activity, null, october('10 17:29:59.999')).result).toBe('taken');
  expect(decideBulletinDay(other, activity, null, october('10 17:30')).result).toBe('cut-off-passed');
});

interface Report {
  /** Days from the first of the week; negative before it. */
  first: number;
  /** How many days more than one. */
  length: number;
  startTime: string | null;
  named: number | null;
  receivedAt: number;
}

describe('whatever is reported whenever', () => {
  const dayOffset = fc.integer({ min: -3, max: 9 });
  const reports: fc.Arbitrary<Report> = fc.record({
    first: dayOffset,
    length: fc.integer({ min: 0, max: 8 }),
    startTime: fc.option(fc.constantFrom('00:00', '09:00', '15:59', '16:00', '19:30', '23:59')),
    named: fc.option(dayOffset),
    receivedAt: fc.integer({ min: october('06 00:00'), max: october('18 00:00') }),
  });
  const toDay = (fromFirst: number): Day => addDays(edition.firstDay, fromFirst);

  function decideReport({ first, length, startTime, named, receivedAt }: Report) {
    const activity = { firstDay: toDay(first), lastDay: toDay(first + length), startTime };
    return decideBulletinDay(edition, activity, named === null ? null : toDay(named), receivedAt);
  }

  test('no day takes a report at or after its cut-off, nor one outside the week', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const decision = decideReport(report);
        if (decision.result !== 'taken') return;
        expect(report.receivedAt).toBeLessThan(bulletinWindow(edition, decision.day).closesAt);
        expect(daysOf(edition)).toContain(decision.day);
      }),
      { numRuns: 2000 },
    );
  });

  test('a report is refused only for a day whose cut-off has passed', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const decision = decideReport(report);
        if (decision.result !== 'cut-off-passed') return;
        expect(report.receivedAt).toBeGreaterThanOrEqual(decision.closedAt);
      }),
      { numRuns: 2000 },
    );
  });

  test('the zone of the process has no say: the decision is what bare arithmetic in UTC gives', () => {
    const closes = (fromFirst: number) => Date.UTC(2018, 9, 9 + fromFirst, 8);
    const decideByArithmetic = ({ first, length, startTime, named, receivedAt }: Report): string => {
      const own = [0, 1, 2, 3, 4, 5, 6].filter((each) => each >= first && each <= first + length);
      const wanted = named ?? own.find((each) => receivedAt < closes(each)) ?? own.at(-1);
      if (wanted === undefined || !own.includes(wanted)) return 'not-its-day';
      if (receivedAt < closes(wanted)) return `taken ${toDay(wanted)}`;
      const isEvening = wanted === first && startTime !== null && Number(startTime.slice(0, 2)) >= 16;
      if (isEvening && wanted < 6 && receivedAt < closes(wanted + 1)) return `taken ${toDay(wanted + 1)}`;
      return `cut-off-passed ${toDay(wanted)}`;
    };
    fc.assert(
      fc.property(reports, (report) => {
        const decision = decideReport(report);
        const told = 'day' in decision ? `${decision.result} ${decision.day}` : decision.result;
        expect(told).toBe(decideByArithmetic(report));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the bulletin that is collecting', () => {
  const collectingAt = (text: string) => collectingWindow(edition, october(text))?.day ?? null;

  test('is the first day’s from the moment the edition opens', () => {
    expect(collectingWindow(edition, edition.opensAt - 1)).toBeNull();
    expect(collectingWindow(edition, edition.opensAt)).toEqual({
      day: '2018-10-09',
      closesAt: october('09 16:00'),
    });
  });

  test('changes at the cut-off, to the millisecond, and is none after that of the last day', () => {
    expect(collectingAt('14 15:59:59.999')).toBe('2018-10-14');
    expect(collectingAt('14 16:00')).toBe('2018-10-15');
    expect(collectingAt('15 15:59:59.999')).toBe('2018-10-15');
    expect(collectingAt('15 16:00')).toBeNull();
  });
});

test('an activity of several days of which all are closed is told the cut-off of its last', () => {
  expect(decide('10..12 09:00', '13 09:00')).toEqual(tooLateFor('12'));
  expect(decide('14..20 09:00', '15 16:00')).toEqual(tooLateFor('15'));
});
