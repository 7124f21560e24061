import { z } from '../zod';
import { jurisdiction } from './region';

/** The kinds of unit (单位类别) that the two notices name. */
export const unitKind = z.enum([
  '省级主管部门',
  '市级主管部门',
  '省直单位',
  '示范平台',
  '示范基地',
  '合作区',
  '担保机构',
  '社会化服务机构',
  '促进会',
  '服务联盟',
]);

/** A unit that logs, reviews or sums up (单位). */
export const unit = z.object({ id: z.string(), name: z.string(), kind: unitKind, city: jurisdiction });
export type Unit = z.infer<typeof unit>;
