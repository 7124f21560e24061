import { toBulletinEntry, type BulletinEntry } from '#shared/bulletin/bulletin-entry';
import { toItems } from '#shared/bulletin/compose-bulletin';
import { differencesBetween } from '#shared/bulletin/correction';
import { followEvent, inBulletinsAfter, linesOf, saysNow } from '#shared/bulletin/event-lines';
import type { Activity, Headcount } from '#shared/record/activity';
import { activityWith, edition2018 as edition, october, together } from '../example-records';

const day = '2018-10-10';
const counted = (count: number): Headcount => ({ count, method: '签到表' });

/** A record that was received for the day at a time; not reported for it when the time is left out. */
function recordOf(id: string, host: string, count: number, receivedAt?: string): Activity {
  const inBulletins = receivedAt === undefined ? [] : [{ day, receivedAt: october(receivedAt) }];
  return activityWith({ id, name: `${host}的对接会`, hosts: [host], headcount: counted(count), inBulletins });
}

const a = recordOf('a', '甲单位', 500, '10 11:00');
const b = recordOf('b', '乙单位', 480, '10 10:00');
const c = recordOf('c', '丙单位', 60);

/** The day’s entries of some records as they are kept once these are merged. */
function entriesOf(records: readonly Activity[]): BulletinEntry[] {
  return records
    .flatMap((record) => record.inBulletins.map(({ receivedAt }) => toBulletinEntry(record, day, receivedAt)))
    .map((entry) => followEvent(records, entry));
}

describe('the line of a joint event', () => {
  test('is the leading record’s, with all hosts and one headcount; it was received when the first of its records was', () => {
    expect(toItems(edition, day, entriesOf(together([a, b, c], { b: counted(510) })))).toMatchObject([
      {
        activityId: 'a',
        name: '甲单位的对接会',
        hosts: ['甲单位'],
        coHosts: ['乙单位', '丙单位'],
        headcount: 510,
        receivedAt: october('10 10:00'),
        isLate: false,
      },
    ]);
  });

  test('is the first that was received where the leading record was not reported, and tells what that one tells', () => {
    const items = toItems(edition, day, entriesOf(together([c, a, b])));
    expect(items).toMatchObject([{ activityId: 'b', name: '丙单位的对接会', headcount: 60 }]);
  });

  test('tells what the next record has once the leading one is withdrawn', () => {
    const items = toItems(edition, day, entriesOf(together([{ ...a, state: 'withdrawn' }, b])));
    expect(items).toMatchObject([{ name: '乙单位的对接会', hosts: ['乙单位'], coHosts: [], headcount: 480 }]);
  });

  test('is on time when any of its records was, and late when none was', () => {
    const late = (receivedAt: string, id: string) => recordOf(id, `${id}单位`, 1, receivedAt);
    const isLate = (records: readonly Activity[]) =>
      toItems(edition, day, entriesOf(together(records))).map((each) => each.isLate);
    expect(isLate([late('10 16:00', 'd'), late('10 15:59:59.999', 'e')])).toEqual([false]);
    expect(isLate([late('10 16:30', 'd'), late('10 16:00', 'e')])).toEqual([true]);
  });

  test('is one a day', () => {
    const twice = { ...a, inBulletins: [...a.inBulletins, { day: '2018-10-11', receivedAt: 5 }] };
    expect(linesOf(together([twice, b]))).toEqual([
      { day, activityId: 'a' },
      { day: '2018-10-11', activityId: 'a' },
    ]);
  });
});

describe('what a closed bulletin said of an event', () => {
  const [own, theirs] = [a, b].map((each) => toBulletinEntry(each, day, 0));
  if (own === undefined || theirs === undefined) throw new Error('There are two');

  test('as two lines is corrected when the two are merged', () => {
    const records = together([a, b], { b: counted(510) });
    expect(differencesBetween(own, saysNow(records, own))).toEqual([
      { field: '联合主办单位', said: '无', now: '乙单位' },
      { field: '参加人数', said: '500人', now: '510人' },
    ]);
    expect(differencesBetween(theirs, saysNow(records, theirs))).toEqual([
      { field: '活动', said: '单独刊登', now: '与《甲单位的对接会》为同一场活动，按一场计' },
    ]);
  });

  test('as one line is corrected when the merge is undone', () => {
    const [line, part] = entriesOf(together([a, b]));
    if (line === undefined || part === undefined) throw new Error('There are two');
    expect(differencesBetween(line, saysNow([a], line))).toEqual([
      { field: '联合主办单位', said: '乙单位', now: '无' },
    ]);
    expect(differencesBetween(part, saysNow([b], part))).toEqual([
      {
        field: '活动',
        said: '与《甲单位的对接会》作为同一场刊登',
        now: '另为一场：乙单位的对接会，乙单位主办，480人参加',
      },
    ]);
  });

  test('is withdrawn only when all of its records are', () => {
    const withdrawn = (record: Activity) => ({ ...record, state: 'withdrawn' as const });
    expect(saysNow(together([withdrawn(a), b]), own)).toMatchObject({ name: '乙单位的对接会' });
    expect(saysNow(together([withdrawn(a), withdrawn(b)]), own)).toBeNull();
  });
});

test('the days an activity is in are kept in order, without those that were taken back', () => {
  const at = (dayOfMonth: string, withdrawn = false) => ({
    day: `2018-10-${dayOfMonth}`,
    receivedAt: 7,
    withdrawn,
  });
  const before = ['10', '12'].map((each) => ({ day: `2018-10-${each}`, receivedAt: 5 }));
  expect(inBulletinsAfter(before, [at('11'), at('12', true)])).toEqual([
    { day: '2018-10-10', receivedAt: 5 },
    { day: '2018-10-11', receivedAt: 7 },
  ]);
});
