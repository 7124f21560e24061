import type { FieldProblem } from '#shared/contract/errors';
import { isProblem, type Problem } from '#shared/contract/field-problem';

const sentences: Record<Problem, (limit: number) => string> = {
  required: () => '请填写',
  'too-short': (limit) => (limit <= 1 ? '请填写' : `至少写 ${limit} 个字`),
  'too-long': (limit) => `最多写 ${limit} 个字`,
  'too-small': (limit) => `不能小于 ${limit}`,
  'too-large': (limit) => `不能大于 ${limit}`,
  'not-whole': () => '请填整数',
  'too-few': (limit) => `至少填 ${limit} 个`,
  'too-many': (limit) => `最多填 ${limit} 个`,
  'not-a-choice': () => '请从选项中选择',
  'not-of-this-table': () => '所选类型不属于这张表，请重选',
  'not-a-date': () => '请选择日期',
  'not-a-time': () => '请选择时间',
  'not-a-link': () => '请填以 https:// 开头的网址',
  'before-start': () => '结束不能早于开始',
  'too-long-a-time': () => '活动不能超过 92 天，请核对日期',
  'not-in-the-week': () => '活动周内没有这几天，请核对日期',
  'not-its-day': () => '活动不在这一天，请选活动中的一天',
  'not-a-code': () => '这个签到码无效，请扫现场最新的码',
  'unknown-field': () => '这一项不能填报',
  wrong: () => '填写有误，请改正',
};

/** What to say at a field. */
export function describeFieldProblem({ problem, limit }: Pick<FieldProblem, 'problem' | 'limit'>): string {
  return sentences[isProblem(problem) ? problem : 'wrong'](limit ?? 0);
}
