import type { mergeDoubles } from '#shared/contract/record/merge-doubles';
import type { Activity, Headcount } from '#shared/record/activity';
import type { RecordKind } from '#shared/record/record-kind';
import type { z } from '#shared/zod';
import { log } from './log-form';

const topics = [
  '生物医药',
  '人工智能',
  '智能家电',
  '工业设计',
  '海洋经济',
  '现代农业',
  '新能源车',
  '数字创意',
  '轨道交通',
  '节能环保',
  '陶瓷家居',
  '半导体芯',
  '文旅融合',
  '跨境电商',
  '冷链物流',
  '宠物食品',
  '建筑机电',
  '医疗器械',
  '无人机群',
  '服装纺织',
];
const used = { topics: 0 };

/** A name like no other in these tests. */
export function freshName(): string {
  const topic = topics[used.topics];
  if (topic === undefined) throw new Error('Every topic has been used');
  used.topics += 1;
  return `${topic}${topic}投融资对接`;
}

/** One event, reported by the organiser and by a partner, who has to be there already. */
export async function jointEvent(partner = 'partner'): Promise<[Activity, Activity]> {
  const name = freshName();
  const own = await log('organiser', { name, hosts: ['演示双创示范基地'] });
  const theirs = await log(partner, {
    name: `2018年“${name}”`,
    hosts: ['广州创投协会', '演示双创示范基地'],
    coHosts: ['广州银行'],
    headcount: { count: 40, method: '主办方估计' },
  });
  return [own, theirs];
}

type Merging = z.input<(typeof mergeDoubles)['request']>;

interface Revision {
  id: string;
  revision: number;
}

/** The request that merges one record into another, as they were last read. */
export function merging(
  stays: Revision,
  other: Revision,
  rest: { kind?: RecordKind; headcount?: Headcount | null; reason?: string } = {},
): Merging {
  const { kind = 'activity', headcount = null, reason = '' } = rest;
  return {
    kind,
    stays: { id: stays.id, revision: stays.revision },
    other: { id: other.id, revision: other.revision },
    headcount,
    reason,
  };
}
