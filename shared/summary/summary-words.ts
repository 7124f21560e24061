import type { ReportingStatus } from '../record/nil-report';
import type { FindingKind } from './finding';
import type { LeftOutReason } from './snapshot';

/** Why a record is in no table, as printed. */
export const leftOutWords: Record<LeftOutReason, string> = {
  'not-reported': '未报人数',
  waiting: '待审核',
  returned: '已退回，未重报',
  withdrawn: '单位已撤回',
  cancelled: '活动已取消',
  outside: '不在活动周期间',
  merged: '同一场活动，并入他处',
};

/** What a check found, as printed. */
export const findingWords: Record<FindingKind, string> = {
  'empty-cell': '有空格',
  'date-not-exact': '出台时间不到日',
  'headcount-far': '人数与上届相差大',
  'over-capacity': '人数超过场地容量',
  'not-reported': '未报人数',
  waiting: '待审核',
  returned: '退回未改',
  changed: '通过后有改动',
  double: '像是同一场',
  'silent-unit': '单位未报',
};

/** How a unit's or a city's week stands, as printed. */
export const statusWords: Record<ReportingStatus, string> = {
  'has-content': '有内容',
  nil: '零报告',
  'not-reported': '未报',
};
