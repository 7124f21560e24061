import { acceptRecord } from '#shared/contract/record/accept-record';
import { listActivities } from '#shared/contract/public/list-activities';
import { openHome } from '#shared/contract/public/open-home';
import { readActivity } from '#shared/contract/public/read-activity';
import type { ActivityCard } from '#shared/contract/record/activity-views';
import { october } from '../../shared/example-records';
import { log } from '../support/log-form';
import { get, refused, runTheCloud, stopClockAt } from '../support/running-cloud';

runTheCloud();

/** What an activity tells the public, and nothing of its review. */
const cardFields = [
  'cancelled',
  'city',
  'district',
  'endTime',
  'firstDay',
  'hosts',
  'id',
  'lastDay',
  'mode',
  'name',
  'postponedFrom',
  'startTime',
  'table',
  'type',
  'typeOther',
  'venue',
];
const detailFields = [
  ...cardFields,
  'about',
  'coHosts',
  'headcount',
  'link',
  'fields',
  'series',
  'place',
  'contact',
  'capacity',
  'files',
].sort();

/** Every page of the public's list, one after the other. */
async function wholeList(day: string | null): Promise<ActivityCard[]> {
  const found: ActivityCard[] = [];
  let after: string | null = null;
  do {
    const page: { activities: ActivityCard[]; next: string | null } = await get('visitor', listActivities, {
      day,
      after,
    });
    found.push(...page.activities);
    after = page.next;
  } while (after !== null && found.length < 1000);
  return found;
}

function timesOf(cards: readonly ActivityCard[]): string[] {
  return cards.map(({ firstDay, startTime }) => `${firstDay} ${startTime ?? '00:00'}`);
}

beforeEach(() => stopClockAt(october('10 10:00')));

describe('the list', () => {
  test('shows an activity from the moment it is logged, on its own day and in the week', async () => {
    const { id } = await log('organiser', { firstDay: '2018-10-12', lastDay: '2018-10-12' });
    const ids = async (day: string | null) => (await wholeList(day)).map((card) => card.id);
    expect(await ids('2018-10-12')).toContain(id);
    expect(await ids(null)).toContain(id);
    expect(await ids('2018-10-13')).not.toContain(id);
  });

  test('shows an activity of several days on each of them, and counts it once in the week', async () => {
    const before = await get('visitor', listActivities, { day: null, after: null });
    const { id } = await log('organiser', { firstDay: '2018-10-13', lastDay: '2018-10-15' });
    const { days, total } = await get('visitor', listActivities, { day: null, after: null });
    const added = days.filter(({ count }, index) => count === (before.days[index]?.count ?? 0) + 1);
    expect(added.map(({ day }) => day)).toEqual(['2018-10-13', '2018-10-14', '2018-10-15']);
    expect(total).toBe(before.total + 1);
    expect((await wholeList('2018-10-14')).map((card) => card.id)).toContain(id);
  });

  test('is in order of time, and its pages together hold each activity once', async () => {
    for (let hour = 10; hour < 20; hour += 1) {
      await log('organiser', {
        firstDay: '2018-10-14',
        lastDay: '2018-10-14',
        startTime: `${29 - hour}:00`,
        endTime: '21:00',
      });
    }
    const { total } = await get('visitor', listActivities, { day: null, after: null });
    const all = await wholeList(null);
    expect(all.length).toBeGreaterThan(20);
    expect(all).toHaveLength(total);
    expect(new Set(all.map(({ id }) => id)).size).toBe(total);
    expect(timesOf(all)).toEqual(timesOf(all).sort());
  });

  test('does not show an activity by invitation, nor can it be read', async () => {
    const { id } = await log('organiser', { isOpen: false });
    expect((await wholeList(null)).map((card) => card.id)).not.toContain(id);
    expect(await refused('visitor', readActivity, { id })).toEqual({
      code: 'NOT_FOUND',
      details: { what: 'activity' },
    });
  });

  test('tells of each activity what the public may know, and no more', async () => {
    await log('organiser');
    const { activities } = await get('visitor', listActivities, { day: '2018-10-10', after: null });
    for (const card of activities) expect(Object.keys(card).sort()).toEqual(cardFields);
  });

  test('of a day outside the week is empty', async () => {
    expect(await wholeList('2018-11-01')).toEqual([]);
  });

  test('takes no day and no page that could be an operator', async () => {
    for (const input of [
      { day: { $gt: '' }, after: null },
      { day: null, after: { $gt: '' } },
      { day: '2018-13-01', after: null },
      { day: null, after: 'x'.repeat(81) },
    ]) {
      expect(await refused('visitor', listActivities, input as never)).toMatchObject({
        code: 'INVALID_INPUT',
      });
    }
  });
});

describe('an activity that the public reads', () => {
  test('hides its headcount until it is accepted', async () => {
    const { id, revision } = await log('organiser', { headcount: { count: 86, method: '签到表' } });
    expect((await get('visitor', readActivity, { id })).activity.headcount).toBeNull();
    await get('city', acceptRecord, { kind: 'activity', id, revision });
    const { activity } = await get('visitor', readActivity, { id });
    expect(activity.headcount).toEqual({ count: 86, method: '签到表' });
  });

  test('tells what the public may know, and no more', async () => {
    const { id } = await log('organiser');
    const { activity } = await get('visitor', readActivity, { id });
    expect(Object.keys(activity).sort()).toEqual(detailFields);
  });
});

describe('the first screen', () => {
  test('shows the week, today and no desk to a visitor', async () => {
    const home = await get('visitor', openHome, {});
    expect(home).toMatchObject({ day: '2018-10-10', isToday: true, roles: [] });
    expect(home.days.map(({ day }) => day)).toEqual([
      '2018-10-09',
      '2018-10-10',
      '2018-10-11',
      '2018-10-12',
      '2018-10-13',
      '2018-10-14',
      '2018-10-15',
    ]);
    expect(home.edition).not.toHaveProperty('bulletinMailbox');
  });

  test.each([
    ['08 12:00', '2018-10-09'],
    ['16 00:00', '2018-10-15'],
  ])('is of the nearest day outside the week: on 10-%s it shows %s', async (now, day) => {
    await stopClockAt(october(now));
    expect(await get('visitor', openHome, {})).toMatchObject({ day, isToday: false });
  });

  test('turns to the next day at midnight in Guangdong', async () => {
    await stopClockAt(october('10 23:59:59.999'));
    expect((await get('visitor', openHome, {})).day).toBe('2018-10-10');
    await stopClockAt(october('11 00:00'));
    expect((await get('visitor', openHome, {})).day).toBe('2018-10-11');
  });

  test.each(['organiser', 'city', 'bureau'] as const)('shows the %s their desk', async (person) => {
    expect((await get(person, openHome, {})).roles).toEqual([person]);
  });
});
