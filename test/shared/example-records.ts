import { jointOf } from '#shared/double/joint-event';
import type { Activity, ActivityDraft, Headcount, HeadcountChoice } from '#shared/record/activity';
import { settlePlain } from '#shared/record/plain-kinds';
import { newRecord } from '#shared/record/record';
import { settleActivity } from '#shared/record/activity-life';
import type { CoHost } from '#shared/record/co-host';
import type { Policy } from '#shared/record/policy';
import { guangdongCities } from '#shared/ground/region';
import type { Edition } from '#shared/week/edition';
import { instantOf, type Day, type TimeOfDay } from '#shared/ground/guangdong-time';

/** The edition of the notices: 9 to 15 October 2018, cut-off at 16:00. */
export const edition2018: Edition = {
  id: '2018',
  title: '2018年全国大众创业万众创新活动周',
  theme: '',
  firstDay: '2018-10-09',
  lastDay: '2018-10-15',
  opensAt: Date.UTC(2018, 8, 30, 16),
  cutOff: '16:00',
  cityDeadline: '2018-10-15',
  provinceDeadline: '2018-10-16',
  bulletinMailbox: 'bulletin@example.org',
  summaryMailbox: 'summary@example.org',
  provinceMailbox: 'province@example.org',
  series: ['中博会', '创客中国', '创客广东'],
  dailyNil: { on: false, reason: '' },
  cities: [...guangdongCities],
  reportsAlone: ['深圳'],
  bodies: {
    bureau: { full: '广东省中小企业局', short: '省局' },
    serviceCenter: { full: '广东省中小企业服务中心', short: '省服务中心' },
    fairOffice: { full: '中国国际中小企业博览会事务局', short: '中博会事务局' },
    association: { full: '广东省中小企业发展促进会', short: '促进会' },
  },
  paperTitle: '每日信息',
  cityExtensions: [],
  state: 'open',
  closing: null,
  revision: 1,
  createdAt: 0,
  updatedAt: 0,
};

/** Bodies outside the system, as co-hosts. */
export function bodies(...names: readonly string[]): CoHost[] {
  return names.map((name) => ({ unitId: null, name }));
}

/** What an organiser may type: right in every field. */
export const draft: ActivityDraft = {
  table: 'service',
  type: '政策解读',
  typeOther: '',
  name: '小微企业融资政策解读会',
  hosts: ['广州示范基地'],
  coHosts: [],
  city: '广州',
  district: '天河区',
  venue: '一楼报告厅',
  mode: 'offline',
  link: '',
  firstDay: '2018-10-10',
  lastDay: '2018-10-10',
  startTime: '09:00',
  endTime: '11:30',
  headcount: { count: 86, method: '签到表' },
  about: '讲解小微企业融资担保降费奖补政策。',
  isOpen: true,
  fields: [],
  series: '',
  place: null,
  contact: '',
  capacity: null,
  expected: null,
};

/** An activity as it is kept, by default from `draft`. */
export function activityWith({ state, ...changed }: Partial<Activity> = {}): Activity {
  return settleActivity(
    {
      ...newRecord,
      release: { at: 0, by: null },
      ...draft,
      id: 'a1',
      editionId: '2018',
      unitId: 'unit-1',
      unitName: '广州示范基地',
      unitCity: '广州',
      revision: 1,
      important: true,
      bulletin: { result: 'none' },
      inBulletins: [],
      cancelled: null,
      postponedFrom: null,
      createdAt: 0,
      updatedAt: 0,
      ...changed,
    },
    edition2018,
    state,
  );
}

/**
 * Activities as they are once they are merged: the first leads, the others in the order in which they were merged; what was chosen with
 * one of them by its id, as of what the first states now.
 */
export function together(
  activities: readonly Activity[],
  chosen: Readonly<Record<string, Headcount>> = {},
): Activity[] {
  const [leading] = activities;
  if (leading === undefined) return [];
  const choices = new Map(
    Object.entries(chosen).map(([id, headcount]) => [
      id,
      { chosen: headcount, leadingWas: leading.headcount },
    ]),
  );
  return withJoint(
    activities.map((each) => ({ ...each, mergedInto: each === leading ? null : leading.id })),
    choices,
  );
}

/** Merged activities with what they are together as they stand now. */
export function withJoint(
  records: readonly Activity[],
  choices: ReadonlyMap<string, HeadcountChoice> = new Map(),
): Activity[] {
  const joint = records.length === 1 ? null : jointOf('activity', { records, choices });
  return records.map((each) => settleActivity({ ...each, joint }, edition2018, each.state));
}

export function policyWith(changed: Partial<Policy> = {}): Policy {
  return settlePlain('policy', {
    ...newRecord,
    release: { at: 0, by: null },
    id: 'p1',
    editionId: '2018',
    unitId: 'unit-1',
    unitName: '广州示范基地',
    unitCity: '广州',
    createdAt: 0,
    updatedAt: 0,
    state: 'accepted',
    revision: 1,
    name: '关于降低小微企业融资担保费率的通知',
    issuer: '广州市工业和信息化委',
    issuedOn: '2018-09-20',
    documentNumber: '',
    remark: '',
    text: '',
    link: '',
    ...changed,
  });
}

/** A moment of October 2018 in Guangdong: `october('10 15:59:59.999')`. */
export function october(text: string): number {
  const [dayOfMonth = '', clock = ''] = text.split(' ');
  const [, time = '', seconds = '0'] = /^(\d\d:\d\d)(?::(\d\d(?:\.\d{3})?))?$/.exec(clock) ?? [];
  return instantOf(octoberDay(dayOfMonth), time satisfies TimeOfDay) + Math.round(Number(seconds) * 1000);
}

/** A day of October 2018: `octoberDay('09')` is 2018-10-09. */
export function octoberDay(dayOfMonth: string): Day {
  return `2018-10-${dayOfMonth}`;
}
