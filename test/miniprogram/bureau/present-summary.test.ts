import type { openSummary } from '#shared/contract/summary/open-summary';
import type { z } from '#shared/zod';
import {
  presentHead,
  presentProgress,
  presentSummary,
  presentWaiting,
} from '../../../miniprogram/bureau/pages/summary/present-summary';
import { activityWith, edition2018, october, octoberDay } from '../../shared/example-records';

const head = {
  id: 'summary-1',
  version: 2,
  compiledAt: october('15 17:30'),
  policies: 3,
  services: 4,
  exhibitions: 5,
  headcount: 1286,
  estimated: 0,
  withoutHeadcount: 0,
  leftOut: 0,
  checksum: '0123456789abcdef',
};

const summary: z.infer<typeof openSummary.reply> = {
  edition: edition2018,
  scope: { kind: 'province' },
  counts: { announced: 1, reported: 2, accepted: 3 },
  bulletin: null,
  waiting: [],
  next: null,
  latest: null,
};

test('a waiting record is shown as the row it will become', () => {
  const activity = activityWith({ hosts: ['甲会', '乙会'] });

  expect(presentWaiting(activity)).toEqual({
    id: 'a1',
    revision: 1,
    name: '小微企业融资政策解读会',
    table: '服务活动（表二）',
    type: '政策解读',
    line: '广州 · 10月10日',
    hosts: '甲会、乙会',
    headcount: '86 人（签到表）',
    about: '讲解小微企业融资担保降费奖补政策。',
    isImportant: true,
  });
});

test('a reviewer reads every host, and that a headcount is missing', () => {
  const hosts = Array.from({ length: 10 }, (_each, index) => `第${index}家单位`);

  expect(presentWaiting(activityWith({ hosts, headcount: null }))).toMatchObject({
    hosts: hosts.join('、'),
    headcount: '未报',
  });
});

test('the reviewer reads whose summary it is', () => {
  expect(presentSummary(summary).scope).toBe('广东省');
  expect(presentSummary({ ...summary, scope: { kind: 'city', city: '佛山' } }).scope).toBe('佛山市');
});

test('the counts are named', () => {
  expect(presentSummary(summary).counts).toEqual([
    { label: '待报人数', count: 1 },
    { label: '待审核', count: 2 },
    { label: '已通过', count: 3 },
  ]);
});

describe("today's bulletin", () => {
  const entries = [
    { activityId: 'a1', name: '小微企业融资政策解读会', receivedAt: october('10 15:59:59.999') },
  ];
  const bulletin = { day: octoberDay('10'), closesAt: october('10 16:00'), entries, total: 1 };

  test('says how many it has and when each was received, to the second', () => {
    expect(presentSummary({ ...summary, bulletin }).bulletin).toEqual({
      title: '10月10日简报 · 已收 1 条',
      entries: [{ id: 'a1', name: '小微企业融资政策解读会', receivedAt: '按时 15:59:59' }],
      more: '',
    });
  });

  test('says how many it has that are not shown', () => {
    expect(presentSummary({ ...summary, bulletin: { ...bulletin, total: 21 } }).bulletin).toMatchObject({
      title: '10月10日简报 · 已收 21 条',
      more: '其余 20 条未显示',
    });
  });

  test('is not there before and after the week', () => {
    expect(presentSummary(summary).bulletin).toBeNull();
  });
});

describe('a compiled summary', () => {
  test('says its version, when it was compiled, and what each table has', () => {
    expect(presentHead(head)).toEqual({
      id: 'summary-1',
      title: '第 2 版 · 10月15日 17:30 汇总',
      rows: [
        { label: '表一 出台政策措施', text: '3 条' },
        { label: '表二 服务活动', text: '4 场' },
        { label: '表三 展览展示等活动', text: '5 场' },
        { label: '参加人数合计', text: '1286 人' },
      ],
      checksum: '校验码 0123456789ab',
    });
  });

  test('says of how many activities nobody knows the headcount', () => {
    expect(presentHead({ ...head, withoutHeadcount: 2 }).rows.at(-1)?.text).toBe(
      '1286 人（2 场没有人数，表中留空）',
    );
  });

  test('is the last one, when there is one', () => {
    expect(presentSummary(summary).latest).toBeNull();
    expect(presentSummary({ ...summary, latest: head }).latest).toEqual(presentHead(head));
  });
});

test('a compilation that goes on says how far it is, and never more read than there are', () => {
  expect(presentProgress({ read: 300, expected: 700 })).toBe('正在汇总，已读 300 条，共约 700 条');
  expect(presentProgress({ read: 701, expected: 700 })).toBe('正在汇总，已读 701 条，共约 701 条');
});
