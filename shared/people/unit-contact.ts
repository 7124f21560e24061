import { line } from '../ground/typed-text';
import { z } from '../zod';

/** A telephone of an office: digits, strokes, brackets and an extension; nobody's mobile. */
function isOfficePhone(text: string): boolean {
  return /^[0-9()（）转 -]{5,30}$/.test(text) && !/^(\+?86)?1\d{10}$/.test(text.replace(/\D/g, ''));
}

/**
 * Whom a unit's reviewers call (办公联系): 姓氏, 职务, 办公电话, each of which may be empty. For the unit's city and the bureau alone; never
 * in files, snapshots, logs or the audit.
 */
export const unitContact = z.strictObject({
  surname: line.max(10),
  post: line.max(20),
  phone: line.max(30).refine((text) => text === '' || isOfficePhone(text), { params: { problem: 'wrong' } }),
});
export type UnitContact = z.infer<typeof unitContact>;

/** What a unit said on the telephone (电话答复): nothing this week, something to come, or nobody answered. */
export const callAnswer = z.enum(['nothing-this-week', 'will-report', 'not-reached']);
export type CallAnswer = z.infer<typeof callAnswer>;
