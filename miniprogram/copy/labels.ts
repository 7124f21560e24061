import type { ActivityTable } from '#shared/record/activity-types';
import type { AttendanceMode, BulletinOutcome } from '#shared/record/activity';
import type { Role } from '#shared/people/membership';
import type { ContentCheck, RecordState } from '#shared/record/record';
import { describeDay, timeOf } from '#shared/ground/guangdong-time';

export const tableLabels: Record<ActivityTable, string> = {
  service: '服务活动（表二）',
  exhibition: '展览展示等（表三）',
};

export const modeLabels: Record<AttendanceMode, string> = {
  offline: '线下',
  online: '线上',
  both: '线上线下',
};

export const stateLabels: Record<RecordState, string> = {
  announced: '待报人数',
  reported: '待审核',
  returned: '已退回',
  accepted: '已通过',
  withdrawn: '已撤回',
  cancelled: '已取消',
};

/** What a member of a unit is called. */
export const roleLabels: Record<Role, string> = {
  organiser: '填报员',
  city: '市级工作人员',
  editor: '专栏编辑',
  bureau: '省局工作人员',
};

/** Where the content check of a record stands, as its unit reads it; empty when there is nothing to say. */
export const checkLabels: Record<ContentCheck, string> = {
  waiting: '待检查',
  'for-review': '待人工核',
  passed: '',
  rejected: '内容检查未通过',
};

/** What became of a report to the day's bulletin; empty when none was wanted. */
export function describeBulletin(bulletin: BulletinOutcome): string {
  if (bulletin.result === 'none') return '';
  if (bulletin.result === 'missed') return `未入${describeDay(bulletin.day)}简报`;
  return `已入${describeDay(bulletin.day)}简报（${timeOf(bulletin.receivedAt)} 收到）`;
}
