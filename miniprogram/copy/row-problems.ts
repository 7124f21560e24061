import type { RowProblem } from '#shared/people/unit-row';

/** Why a row of a list of units was not taken, in words; a reason without a sentence does not compile. */
export const rowProblemLabels: Record<RowProblem, string> = {
  empty: '没有填写',
  'too-short': '至少写 2 个字',
  'too-long': '最多写 50 个字',
  formula: '是公式，请改填文字',
  'not-text': '不是文字，请改填文字',
  'unknown-kind': '不是可选的单位类别',
  'unknown-city': '不是参加活动周的地市',
  'kind-not-of-city': '这类单位不属于所填的地市',
  'other-city': '不是您所在的地市',
  'reserved-kind': '主管部门由省中小企业局添加',
  'double-in-file': '与表中前面的单位重复',
  exists: '名录中已有这个单位',
  'unknown-parent': '名录中没有这个上级单位',
};
