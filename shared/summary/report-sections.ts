import { describeDay } from '../ground/guangdong-time';
import { z } from '../zod';
import type { CompiledEdition } from './snapshot';
import { knownHeadcount, unnamed, type Figures, type Group, type SummaryTotals } from './summary-totals';
import { modeLabel } from '../record/mode-words';

/**
 * The sections of the report (总结): the week in figures, then what the four sections of 工企函〔2018〕467号 ask for, and what
 * staff have to say beyond them.
 */
export const reportSection = z.enum([
  'overview',
  'mobilisation',
  'service',
  'events',
  'publicity',
  'problems',
]);
export type ReportSection = z.infer<typeof reportSection>;

/** The sections' headings, in the notice's words where it has them. */
export const reportHeadings: Record<ReportSection, string> = {
  overview: '基本情况',
  mobilisation: '高度重视，广泛动员',
  service: '加强服务，助推“双创”',
  events: '组织活动，展示成果',
  publicity: '积极宣传，扩大影响',
  problems: '存在问题和下一步打算',
};

/** A version's figures, as far as the report tells them. */
export interface ReportSource {
  edition: CompiledEdition;
  scopeName: string;
  totals: SummaryTotals;
}

/** What of a list is not nothing, in words: `政策解读3场、创业辅导2场`. */
function listGroups(groups: readonly Group[], label: (key: string) => string): string {
  return groups
    .filter(({ activities, key }) => activities > 0 && label(key) !== unnamed)
    .map(({ key, activities }) => `${label(key)}${activities}场`)
    .join('、');
}

function describeHeadcount(figures: Figures): string {
  const { estimated, withoutHeadcount } = figures;
  const headcount = knownHeadcount(figures);
  if (headcount === null) return '参加人数待统计';
  const notes = [
    estimated > 0 ? `其中主办方估计${estimated}人次` : '',
    withoutHeadcount > 0 ? `另有${withoutHeadcount}场待统计` : '',
  ].filter(Boolean);
  return `参加${headcount}人次${notes.length === 0 ? '' : `（${notes.join('，')}）`}`;
}

/** So many activities with so many persons, as one of three figures that are set off against each other. */
function counted(figures: Figures): string {
  const headcount = knownHeadcount(figures);
  const persons = headcount === null ? '参加人数待统计' : `${headcount}人次`;
  const isPartly = headcount !== null && figures.withoutHeadcount > 0;
  return `${figures.activities}场、${persons}${isPartly ? `（另有${figures.withoutHeadcount}场待统计）` : ''}`;
}

function tableOf(totals: SummaryTotals, key: 'service' | 'exhibition'): Group | undefined {
  return totals.byTable.find((each) => each.key === key);
}

function overview({ edition, scopeName, totals }: ReportSource): string[] {
  const { all, policies, sum } = totals;
  const week = `${describeDay(edition.firstDay)}至${describeDay(edition.lastDay)}`;
  const services = tableOf(totals, 'service')?.activities ?? 0;
  const exhibitions = tableOf(totals, 'exhibition')?.activities ?? 0;
  const lines = [
    `${week}活动周期间，${scopeName}共举办“双创”活动${all.activities}场，其中服务活动${services}场、展览展示等活动${exhibitions}场，${describeHeadcount(all)}；出台政策措施${policies}项。`,
  ];
  if (sum !== null && sum.shared.activities > 0) {
    lines.push(
      `各地及省直单位合计${counted(sum.bySum)}，扣除两地联合举办而重复计算的${counted(sum.shared)}，全省实际${counted(sum.result)}。`,
    );
  }
  return lines;
}

function mobilisation({ totals }: ReportSource): string[] {
  const { units, byCity, sum } = totals;
  const told = `共有${units['has-content']}个单位报送内容，${units.nil}个单位零报告，${units['not-reported']}个单位未报。`;
  if (sum === null) return [told];
  const cities = byCity.filter(({ activities, policies }) => activities + policies > 0).length;
  return [`${cities}个地市（含省直）举办了活动或出台了政策。${told}`];
}

function typed(totals: SummaryTotals, table: 'service' | 'exhibition', what: string): string[] {
  const all = tableOf(totals, table);
  if (all === undefined || all.activities === 0) return [`本周没有${what}。`];
  const types = totals.byType.filter(({ key }) => key.startsWith(`${table}/`));
  return [
    `共举办${what}${all.activities}场，${describeHeadcount(all)}。其中：${listGroups(types, (key) => key.slice(table.length + 1))}。`,
  ];
}

function service({ totals }: ReportSource): string[] {
  const fields = listGroups(totals.byField, (key) => key);
  return [
    ...typed(totals, 'service', '服务活动'),
    ...(fields === '' ? [] : [`按服务领域分：${fields}（一场活动服务几个领域的，各计一次）。`]),
  ];
}

function events({ totals }: ReportSource): string[] {
  const series = listGroups(totals.bySeries, (key) => key);
  return [
    ...typed(totals, 'exhibition', '展览展示等活动'),
    ...(series === '' ? [] : [`系列活动：${series}。`]),
  ];
}

function publicity({ totals }: ReportSource): string[] {
  const modes = listGroups(totals.byMode, modeLabel);
  return modes === '' ? [] : [`按举办方式分：${modes}。`];
}

const figuresOf: Record<ReportSection, (source: ReportSource) => string[]> = {
  overview,
  mobilisation,
  service,
  events,
  publicity,
  problems: () => [],
};

/** What a section says in figures, each a paragraph; none where the notice asks for words only. */
export function reportFigures(section: ReportSection, source: ReportSource): string[] {
  return figuresOf[section](source);
}
