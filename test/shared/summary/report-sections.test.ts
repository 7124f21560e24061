import type { Activity } from '#shared/record/activity';
import { reportFigures, reportSection, type ReportSource } from '#shared/summary/report-sections';
import { emptyPart, takeActivity } from '#shared/summary/snapshot';
import type { SummaryScope } from '#shared/summary/summary-scope';
import { addToTotals, emptyTotals } from '#shared/summary/summary-totals';
import { writeReport } from '#shared/summary/write-report';
import { activityWith, edition2018, together } from '../example-records';

function sourceOf(
  scope: SummaryScope,
  activities: readonly Partial<Activity>[],
  join = (all: readonly Activity[]) => all,
): ReportSource {
  const part = emptyPart();
  for (const activity of join(activities.map((changed) => activityWith({ state: 'accepted', ...changed })))) {
    const { counted, leftOut } = takeActivity(activity, edition2018, scope);
    if (counted === null) part.leftOut.push(leftOut);
    else part.activities.push(counted);
  }
  const totals = addToTotals(emptyTotals(scope, edition2018), part);
  return { edition: edition2018, scopeName: scope.kind === 'city' ? '广州市' : '广东省', totals };
}

const guangzhou: SummaryScope = { kind: 'city', city: '广州' };

test('the first section has the week in figures, and says how much of them is estimated or missing', () => {
  const source = sourceOf(guangzhou, [
    { id: 'a', headcount: { count: 100, method: '主办方估计' } },
    { id: 'b', table: 'exhibition', type: '沙龙', headcount: null },
  ]);
  expect(reportFigures('overview', source)).toEqual([
    '10月9日至10月15日活动周期间，广州市共举办“双创”活动2场，其中服务活动1场、展览展示等活动1场，参加100人次（其中主办方估计100人次，另有1场没有人数）；出台政策措施0项。',
  ]);
});

test('services and events are told by type, what there was none of is not named', () => {
  const source = sourceOf(guangzhou, [
    { id: 'a', fields: ['融资', '法律'] },
    { id: 'b', type: '创业辅导', series: '创客广东' },
  ]);
  expect(reportFigures('service', source)).toEqual([
    '共举办服务活动2场，参加172人次。其中：政策解读1场、创业辅导1场。',
    '按服务领域分：融资1场、法律1场（一场活动服务几个领域的，各计一次）。',
  ]);
  expect(reportFigures('events', source)).toEqual(['本周没有展览展示等活动。', '系列活动：创客广东1场。']);
  expect(reportFigures('publicity', source)).toEqual(['按举办方式分：线下2场。']);
  expect(reportFigures('problems', source)).toEqual([]);
});

test('the province tells what its cities add up to and what two of them share', () => {
  const source = sourceOf(
    { kind: 'province' },
    [
      { id: 'b', unitCity: '深圳', headcount: { count: 300, method: '签到表' } },
      { id: 'a', headcount: { count: 80, method: '签到表' } },
    ],
    (all) => together(all),
  );
  expect(reportFigures('overview', source)[1]).toBe(
    '各地及省直单位合计2场、380人次，扣除两地联合举办而重复计算的1场、80人次，全省实际1场、300人次。',
  );
});

test('the report keeps the heading of a section that nobody wrote to, and takes words line by line', () => {
  const { title, parts } = writeReport(
    sourceOf(guangzhou, []),
    new Map([['problems', '第一段。\n\n 第二段。']]),
  );
  expect(title).toEqual(['广州市', '2018年全国大众创业万众创新活动周', '工作总结']);
  expect(parts.filter(({ role }) => role === 'heading1')).toHaveLength(reportSection.options.length);
  expect(parts.slice(-3)).toEqual([
    { role: 'heading1', text: '六、存在问题和下一步打算' },
    { role: 'body', text: '第一段。' },
    { role: 'body', text: '第二段。' },
  ]);
  expect(parts.some(({ role }) => role === 'table')).toBe(false);
});
