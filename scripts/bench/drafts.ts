import type { ActivityDraft } from '#shared/record/activity';
import type { PolicyDraft } from '#shared/record/policy';
import type { ShowcaseDraft } from '#shared/record/showcase';
import { base } from './fill-store';

/** What an organiser types of an activity. */
export const activityDraft: ActivityDraft = {
  table: 'service',
  type: '创业辅导',
  typeOther: '',
  name: '小微企业融资对接辅导会',
  hosts: [base.name],
  coHosts: [],
  city: '广州',
  district: '海珠区',
  venue: '三楼会议室',
  mode: 'offline',
  link: '',
  firstDay: '2018-10-10',
  lastDay: '2018-10-10',
  startTime: '09:00',
  endTime: '11:30',
  headcount: { count: 86, method: '签到表' },
  about: '讲解贷款贴息和担保补助的办理，五家银行现场对接。',
  isOpen: true,
  fields: [],
  series: '',
  place: null,
  contact: '',
  capacity: null,
  expected: null,
};

export const policyDraft: PolicyDraft = {
  name: '关于降低小微企业融资担保费率的通知',
  issuer: '广州市工业和信息化委员会',
  issuedOn: '2018-10-10',
  documentNumber: '',
  remark: '',
  text: '',
  link: '',
};

export const showcaseDraft: ShowcaseDraft = {
  kind: '典型案例',
  name: '一家小微企业的数字化车间',
  city: '广州',
  holder: '广州某智能装备公司',
  award: '',
  about: '两年里把车间的产能提高了一倍，订单交付从二十天缩到七天。',
  link: '',
};

const counters = new Map<string, number>();

/** 0, 1, 2 … each time it is asked for one name. */
export function next(name: string): number {
  const count = counters.get(name) ?? 0;
  counters.set(name, count + 1);
  return count;
}

/** A name of an activity that is like no other: eight characters that follow from how many there were. */
export function unlikeName(): string {
  let state = next('unlike name') + 1;
  const characters = Array.from({ length: 8 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCodePoint(0x4e00 + (state % 5000));
  });
  return `${characters.join('')}交流会`;
}
