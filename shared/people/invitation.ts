import { dayMs } from '../ground/durations';
import { jurisdiction } from '../ground/region';
import { z } from '../zod';
import { role } from './membership';

/** Letters and digits that nobody mistakes for another when they are read aloud or typed from paper. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const codeLength = 10;

/** An invitation is good for a week. */
export const invitationLastsMs = 7 * dayMs;

/**
 * A code as somebody typed it (邀请码): small letters, spaces and strokes are as good as none.
 *
 * @example 'abcde-23456' // 'ABCDE23456'
 */
export const typedCode = z
  .string()
  .max(40)
  .overwrite((text) =>
    text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\p{Pd}]/gu, ''),
  )
  .regex(new RegExp(`^[${codeAlphabet}]{${codeLength}}$`));

/** Who may join a unit with a code (邀请). Of the code only a keyed hash is kept. */
export const invitation = z.object({
  id: z.string(),
  codeHash: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  unitCity: jurisdiction,
  role,
  state: z.enum(['open', 'accepted', 'revoked']),
  createdAt: z.int(),
  /** From this moment on it is no longer taken. */
  expiresAt: z.int(),
  /** Who invites: an invitation is good as long as this person may invite. */
  invitedBy: z.string(),
  /** The membership that ends when the invitation is accepted (移交); null when nobody leaves for it. */
  endsMembershipId: z.string().nullable(),
});
export type Invitation = z.infer<typeof invitation>;

/** Whether an open invitation is still taken at a moment. */
export function isExpired({ expiresAt }: Pick<Invitation, 'expiresAt'>, now: number): boolean {
  return now >= expiresAt;
}
