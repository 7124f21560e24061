import type { openHome } from '#shared/contract/public/open-home';
import type { z } from '#shared/zod';
import { presentHome } from '../../../miniprogram/pages/home/present-home';
import { activityWith, edition2018, octoberDay } from '../../shared/example-records';

type Home = z.infer<typeof openHome.reply>;

const home: Home = {
  edition: edition2018,
  day: octoberDay('10'),
  isToday: true,
  days: [
    { day: octoberDay('09'), count: 3 },
    { day: octoberDay('10'), count: 10 },
  ],
  total: 13,
  today: [activityWith()],
  roles: [],
};

test('in the week it says which day it is, from the first to the last', () => {
  const progressOn = (date: string) => presentHome({ ...home, day: octoberDay(date) }).progress;

  expect(progressOn('09')).toBe('今天是第 1 天');
  expect(progressOn('10')).toBe('今天是第 2 天');
  expect(progressOn('15')).toBe('今天是第 7 天');
});

test('in the week the day shown is called today', () => {
  expect(presentHome(home).dayTitle).toBe('今天 · 10月10日 周三');
});

test('before the week it shows the first day, and that it has not begun', () => {
  expect(presentHome({ ...home, day: octoberDay('09'), isToday: false })).toMatchObject({
    progress: '尚未开始',
    dayTitle: '10月9日 周二',
  });
});

test('after the week it shows the last day, and that it is over', () => {
  expect(presentHome({ ...home, day: octoberDay('15'), isToday: false })).toMatchObject({
    progress: '已经结束',
    dayTitle: '10月15日 周一',
  });
});

test('it says what week it is, how long, and how much is on', () => {
  expect(presentHome(home)).toMatchObject({
    title: '2018年全国大众创业万众创新活动周',
    span: '10月9日至10月15日',
    totalLabel: '查看全周 13 场活动',
    days: [
      { label: '9日', count: '3 场' },
      { label: '10日', count: '10 场' },
    ],
    today: [{ name: '小微企业融资政策解读会' }],
  });
});

test.each<[string, Home['roles'], string[]]>([
  ['a visitor has no desk', [], []],
  ['an organiser has the workbench', ['organiser'], ['workbench']],
  ["a city's staff have the workbench and the summary", ['city'], ['workbench', 'summary']],
  ["the bureau's staff have the workbench and the summary", ['bureau'], ['workbench', 'summary']],
  ['somebody with every role has each desk once', ['organiser', 'city', 'bureau'], ['workbench', 'summary']],
])('%s', (_sentence, roles, desks) => {
  expect(presentHome({ ...home, roles }).desks.map(({ page }) => page)).toEqual(desks);
});
