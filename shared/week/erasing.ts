import type { Edition } from './edition';
import { addDays, instantOf } from '../ground/guangdong-time';

/** Personal traces are kept this many days after the last day of an edition. */
const keptDays = 30;

/** When the personal traces of an edition are erased (清除个人痕迹): as its last day and thirty more have passed. */
export function eraseAt({ lastDay }: Pick<Edition, 'lastDay'>): number {
  return instantOf(addDays(lastDay, keptDays + 1), '00:00');
}
