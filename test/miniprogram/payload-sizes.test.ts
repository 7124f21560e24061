import type { Activity } from '#shared/record/activity';
import { activityWith, bodies, edition2018, october, octoberDay } from '../shared/example-records';
import { fakePhone, replied, type FakePhone } from './fake-phone';
import { loadPage } from './open-page';

/**
 * No step of any page gives the screen more than 32 KB, however much people write. Counted in bytes of UTF-8, in which
 * Chinese takes three a character.
 */

const mostBytes = 32 * 1024;
const long = (length: number) => '长'.repeat(length);

/** A record that fills every field. */
function longest(changed: Partial<Activity> = {}): Activity {
  return activityWith({
    id: '0123456789abcdef0123456789abcdef',
    type: '其他',
    typeOther: long(20),
    name: long(100),
    hosts: Array.from({ length: 10 }, () => long(50)),
    coHosts: bodies(...Array.from({ length: 20 }, () => long(50))),
    district: long(20),
    venue: long(60),
    mode: 'both',
    link: `https://${long(292)}`,
    firstDay: octoberDay('09'),
    lastDay: octoberDay('15'),
    headcount: { count: 1_000_000, method: '主办方估计' },
    about: long(500),
    bulletin: { result: 'taken', day: octoberDay('10'), receivedAt: october('10 15:59:59') },
    ...changed,
  });
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const days = times(7, { day: octoberDay('10'), count: 10_000 });
const unit = { id: 'unit-1', name: long(50), city: '广州' };
const latest = {
  id: '2018-province-999',
  version: 999,
  compiledAt: october('15 17:30'),
  policies: 9999,
  services: 9999,
  exhibitions: 9999,
  headcount: 1_000_000_000,
  withoutHeadcount: 9999,
  estimated: 0,
  leftOut: 0,
  checksum: long(64),
};
const waiting = longest();
const entry = { activityId: waiting.id, name: long(100), receivedAt: october('10 15:59:59') };

let phone: FakePhone;

beforeEach(() => {
  jest.useFakeTimers({ now: october('10 15:40') });
  phone = fakePhone();
});
afterEach(() => {
  jest.useRealTimers();
});

interface Case {
  page: string;
  load: () => Promise<unknown>;
  reply: object;
  /** What a person does next on the page. */
  next?: string;
}

const cases: Case[] = [
  {
    page: 'home',
    load: () => import('../../miniprogram/pages/home/index'),
    reply: {
      edition: { ...edition2018, title: long(60), theme: long(60) },
      day: octoberDay('10'),
      isToday: true,
      days,
      total: 10_000,
      today: times(6, longest()),
      roles: ['organiser', 'city', 'bureau'],
    },
  },
  {
    page: 'activities',
    load: () => import('../../miniprogram/pages/activities/index'),
    reply: { days, total: 10_000, activities: times(20, longest()), next: 'next' },
    next: 'showMore',
  },
  {
    page: 'activity',
    load: () => import('../../miniprogram/pages/activity/index'),
    reply: { activity: { ...longest(), coHosts: times(20, long(50)) } },
  },
  {
    page: 'workbench',
    load: () => import('../../miniprogram/organiser/pages/workbench/index'),
    reply: {
      unit,
      edition: edition2018,
      isOwnWaiting: false,
      collecting: { day: octoberDay('10'), closesAt: october('10 16:00') },
      activities: times(20, longest()),
      next: 'next',
    },
    next: 'showMore',
  },
  {
    page: 'summary',
    load: () => import('../../miniprogram/bureau/pages/summary/index'),
    reply: {
      edition: edition2018,
      scope: { kind: 'province' },
      counts: { announced: 10_000, reported: 10_000, accepted: 10_000 },
      bulletin: {
        day: octoberDay('10'),
        closesAt: october('10 16:00'),
        entries: times(20, entry),
        total: 10_000,
      },
      waiting: times(8, waiting),
      next: 'next',
      latest,
    },
    next: 'showMore',
  },
  {
    page: 'log form',
    load: () => import('../../miniprogram/organiser/pages/log-activity/index'),
    reply: { unit, edition: edition2018, activity: longest(), leaves: [] },
  },
];

test.each(cases)('the $page page gives the screen at most 32 KB in a step', async ({ load, reply, next }) => {
  phone.answer = () => replied(reply);
  const page = (await loadPage<{ status: string }>(load))();
  await page.call('onLoad', { id: 'a1' });
  expect(page.data.status).toBe('ready');
  if (next !== undefined) await page.call(next);

  const bytes = page.sent.map((step) => Buffer.byteLength(JSON.stringify(step)));
  expect(Math.max(...bytes)).toBeLessThanOrEqual(mostBytes);
});
