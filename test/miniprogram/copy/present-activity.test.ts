import type { ActivityCard, ActivityDetail } from '#shared/contract/record/activity-views';
import {
  describePlace,
  describeTimes,
  describeType,
  presentCard,
  presentFacts,
} from '../../../miniprogram/copy/present-activity';
import { activityWith, octoberDay } from '../../shared/example-records';

/** An activity as the public sees it: of its co-hosts the names. */
function detailWith(changed: Partial<ActivityDetail> = {}): ActivityDetail {
  return { ...activityWith(), coHosts: [], ...changed };
}

const days = { firstDay: octoberDay('10'), lastDay: octoberDay('10') };
const severalDays = { firstDay: octoberDay('10'), lastDay: octoberDay('13') };

test.each([
  ['both times', days, '09:00', '12:00', '10月10日 周三 09:00–12:00'],
  ['no end', days, '09:00', null, '10月10日 周三 09:00'],
  ['no start, so the end alone is not said', days, null, '12:00', '10月10日 周三'],
  ['no time at all', days, null, null, '10月10日 周三'],
  ['several days and both times', severalDays, '09:00', '17:00', '10月10日 09:00 – 10月13日 17:00'],
  ['several days and no end', severalDays, '09:00', null, '10月10日 09:00 – 10月13日'],
  ['several days and no start', severalDays, null, '17:00', '10月10日 – 10月13日 17:00'],
  ['several days and no time', severalDays, null, null, '10月10日 – 10月13日'],
])('the time of an activity with %s', (_case, when, startTime, endTime, text) => {
  expect(describeTimes({ ...when, startTime, endTime })).toBe(text);
});

type Place = Parameters<typeof describePlace>[0];
const place: Place = { city: '广州', district: '海珠区', venue: '保利世贸博览馆', mode: 'offline' };

test.each<[string, Partial<Place>, string]>([
  ['everything known', {}, '广州 · 海珠区 · 保利世贸博览馆'],
  ['no district', { district: '' }, '广州 · 保利世贸博览馆'],
  ['no venue', { venue: '' }, '广州 · 海珠区'],
  ['only the city', { district: '', venue: '' }, '广州'],
  ['only the city, online', { district: '', venue: '', mode: 'online' }, '广州（线上）'],
  ['both in person and online', { mode: 'both' }, '广州 · 海珠区 · 保利世贸博览馆（线上线下）'],
])('the place of an activity with %s', (_case, changed, text) => {
  expect(describePlace({ ...place, ...changed })).toBe(text);
});

test('a type that the notices do not name is told in its own words', () => {
  expect(describeType({ type: '其他', typeOther: '签约仪式' })).toBe('签约仪式');
  expect(describeType({ type: '沙龙', typeOther: '' })).toBe('沙龙');
});

test('a card names its hosts, and of many the first three and how many they are', () => {
  const hostsOf = (hosts: string[]) => presentCard({ ...activityWith(), hosts } satisfies ActivityCard).hosts;

  expect(hostsOf([])).toBe('');
  expect(hostsOf(['甲会'])).toBe('甲会');
  expect(hostsOf(['甲会', '乙会', '丙会'])).toBe('甲会、乙会、丙会');
  expect(hostsOf(['甲会', '乙会', '丙会', '丁会'])).toBe('甲会、乙会、丙会等 4 家');
});

test('a card holds what its list draws and nothing else', () => {
  expect(presentCard(activityWith())).toEqual({
    id: 'a1',
    name: '小微企业融资政策解读会',
    type: '政策解读',
    mark: null,
    when: '10月10日 周三 09:00–11:30',
    where: '广州 · 天河区 · 一楼报告厅',
    hosts: '广州示范基地',
  });
});

test('the facts leave out what is not known', () => {
  const labelsOf = (changed: Partial<ActivityDetail>) =>
    presentFacts(detailWith(changed)).map(({ label }) => label);

  expect(labelsOf({ coHosts: ['协会'] })).toEqual(['时间', '地点', '主办', '联合主办', '参加人数']);
  expect(labelsOf({ hosts: [], coHosts: [], headcount: null })).toEqual(['时间', '地点']);
});

test('a headcount of nobody is a fact too', () => {
  expect(presentFacts(detailWith({ headcount: { count: 0, method: '签到表' } }))).toContainEqual({
    label: '参加人数',
    text: '0 人',
  });
});

test('the facts name every host, however many', () => {
  const hosts = Array.from({ length: 10 }, (_each, index) => `第${index}家单位`);

  expect(presentFacts(detailWith({ hosts }))).toContainEqual({ label: '主办', text: hosts.join('、') });
});

const cancelled = { at: 0, reason: '场地停电', isShown: true };
const postponedFrom = { ...severalDays, startTime: '09:00', endTime: null };

test.each([
  ['held as it was said', {}, null],
  ['called off', { cancelled }, '已取消'],
  ['put off', { postponedFrom }, '已改期'],
  ['put off and then called off', { cancelled, postponedFrom }, '已取消'],
] as const)('a card of what is %s says so', (_what, changed, mark) => {
  expect(presentCard({ ...activityWith(), ...changed }).mark?.text ?? null).toBe(mark);
});

test('the facts say why an activity is called off, and when it was to be held before it was put off', () => {
  expect(presentFacts(detailWith({ cancelled }))).toContainEqual({ label: '取消原因', text: '场地停电' });
  expect(presentFacts(detailWith({ postponedFrom }))).toContainEqual({
    label: '原定时间',
    text: '10月10日 09:00 – 10月13日',
  });
});
