import type { Jurisdiction } from '../record/region';
import type { Unit } from '../record/unit';
import { z } from '../zod';

/** Three different facts about a unit's week: it has something (有内容), it says it has nothing (零报告), or nothing came (未报). */
export const weekStanding = z.enum(['content', 'nil', 'silent']);
export type WeekStanding = z.infer<typeof weekStanding>;

/** How a unit stands in a compiled week. */
export interface UnitStanding {
  id: string;
  name: string;
  city: Jurisdiction;
  standing: WeekStanding;
}

/** Whether a unit is asked for activities of its own: departments ask, and need not hold any. */
export function owesAWeek({ kind }: Pick<Unit, 'kind'>): boolean {
  return kind !== '省级主管部门' && kind !== '市级主管部门';
}

/** How a unit stands, by whether it has records and whether it says that it has none. */
export function standingOf(hasRecords: boolean, hasNilReport: boolean): WeekStanding {
  if (hasRecords) return 'content';
  return hasNilReport ? 'nil' : 'silent';
}
