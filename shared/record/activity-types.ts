import { z } from '../zod';

/** Which table of the official form an activity belongs to: 表二 services, 表三 exhibitions and the like. */
export const activityTable = z.enum(['service', 'exhibition']);
export type ActivityTable = z.infer<typeof activityTable>;

/** Any type the notices do not name; says more in `typeOther`. The notices' lists end in 等. */
export const otherType = '其他';

/**
 * The types of activity (活动类型), as the notes under 表二 and 表三 of 工企函〔2018〕467号 list them.
 * 创业大讲堂 is named in its section 三.
 */
export const activityTypes = {
  service: ['政策解读', '信息发布', '创业辅导', '技术支持', '互动对接', '投资交易', '信息化服务', otherType],
  exhibition: ['展览展示', '创新论坛', '项目路演', '创新创业大赛', '沙龙', '创业大讲堂', otherType],
} as const satisfies Record<ActivityTable, readonly string[]>;

export const activityType = z.enum([...activityTypes.service, ...activityTypes.exhibition]);
export type ActivityType = z.infer<typeof activityType>;

/** Whether the notices list a type under a table. */
export function isTypeOf(table: ActivityTable, type: ActivityType): boolean {
  return (activityTypes[table] as readonly ActivityType[]).includes(type);
}
