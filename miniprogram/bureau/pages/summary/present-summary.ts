import type { openSummary, ReviewedActivity } from '#shared/contract/summary/open-summary';
import type { Compilation, SummaryHead } from '#shared/contract/summary/summary-views';
import { describeDay, timeOf, timeWithSecondsOf, dayOf } from '#shared/ground/guangdong-time';
import type { z } from '#shared/zod';
import { tableLabels } from '../../../copy/labels';
import { describeType } from '../../../copy/present-activity';

type Summary = z.infer<typeof openSummary.reply>;

/** A record before its reviewer, as the row it will become. */
export interface WaitingCard {
  id: string;
  revision: number;
  name: string;
  table: string;
  type: string;
  line: string;
  hosts: string;
  headcount: string;
  about: string;
  isImportant: boolean;
}

export function presentWaiting(activity: ReviewedActivity): WaitingCard {
  const { id, revision, name, table, firstDay, unitCity, hosts, headcount, about, important } = activity;
  return {
    id,
    revision,
    name,
    table: tableLabels[table],
    type: describeType(activity),
    line: `${unitCity} · ${describeDay(firstDay)}`,
    hosts: hosts.join('、'),
    headcount: headcount === null ? '未报' : `${headcount.count} 人（${headcount.method}）`,
    about,
    isImportant: important,
  };
}

/** A compiled summary in words. */
export interface PresentedHead {
  id: string;
  title: string;
  rows: { label: string; text: string }[];
  checksum: string;
}

export function presentHead(head: SummaryHead): PresentedHead {
  const { id, version, compiledAt, policies, services, exhibitions, headcount, withoutHeadcount, checksum } =
    head;
  const isUncounted = withoutHeadcount > 0 && withoutHeadcount === services + exhibitions;
  const people = isUncounted
    ? '待统计'
    : `${headcount} 人${withoutHeadcount === 0 ? '' : `（${withoutHeadcount} 场没有人数，表中留空）`}`;
  return {
    id,
    title: `第 ${version} 版 · ${describeDay(dayOf(compiledAt))} ${timeOf(compiledAt)} 汇总`,
    rows: [
      { label: '表一 出台政策措施', text: `${policies} 条` },
      { label: '表二 服务活动', text: `${services} 场` },
      { label: '表三 展览展示等活动', text: `${exhibitions} 场` },
      { label: '参加人数合计', text: people },
    ],
    checksum: `校验码 ${checksum.slice(0, 12)}`,
  };
}

/** How far a compilation is, while it goes on. */
export function presentProgress({ read, expected }: Pick<Compilation, 'read' | 'expected'>): string {
  return `正在汇总，已读 ${read} 条，共约 ${Math.max(read, expected)} 条`;
}

/** The staff's page in words. */
export interface PresentedSummary {
  scope: string;
  title: string;
  counts: { label: string; count: number }[];
  bulletin: {
    title: string;
    entries: { id: string; name: string; receivedAt: string }[];
    more: string;
  } | null;
  latest: PresentedHead | null;
}

export function presentSummary({ scope, edition, counts, bulletin, latest }: Summary): PresentedSummary {
  return {
    scope: scope.kind === 'city' ? `${scope.city}市` : '广东省',
    title: edition.title,
    counts: [
      { label: '待报人数', count: counts.announced },
      { label: '待审核', count: counts.reported },
      { label: '已通过', count: counts.accepted },
    ],
    bulletin:
      bulletin === null
        ? null
        : {
            title: `${describeDay(bulletin.day)}简报 · 已收 ${bulletin.total} 条`,
            entries: bulletin.entries.map(({ activityId, name, receivedAt }) => ({
              id: activityId,
              name,
              receivedAt: `按时 ${timeWithSecondsOf(receivedAt)}`,
            })),
            more:
              bulletin.total > bulletin.entries.length
                ? `其余 ${bulletin.total - bulletin.entries.length} 条未显示`
                : '',
          },
    latest: latest === null ? null : presentHead(latest),
  };
}
