import { z } from '../zod';
import { jurisdiction } from '../ground/region';
import { line } from '../ground/typed-text';
import type { Unit } from './unit';

/** What a member of a unit may be (角色): 主办单位填报员、市级工作人员、专栏编辑、省局工作人员. */
export const role = z.enum(['organiser', 'city', 'editor', 'bureau']);
export type Role = z.infer<typeof role>;

/** A person's place in a unit (成员身份). One person may hold several. */
export const membership = z.object({
  unitId: z.string(),
  unitName: z.string(),
  /** Whom the unit answers to: the city whose staff review it, or 省直. */
  city: jurisdiction,
  role,
});
export type Membership = z.infer<typeof membership>;

/** A membership by which its holder can say that it is the one that acts. */
export type HeldMembership = Membership & { id: string };

/** 在岗, 停用, 待确认, 已退出, 已移交: only the first gives any right. */
const memberState = z.enum(['active', 'suspended', 'unconfirmed', 'left', 'handed-over']);
export type MemberState = z.infer<typeof memberState>;

/**
 * What the members of a unit are called among themselves (称呼), which may be nothing: nobody is asked for a name or a number.
 */
export const alias = line.max(20);

/** A membership as it is kept: one for each person, unit and role, taken up again when the person comes back. */
export const keptMembership = z.object({
  id: z.string(),
  openid: z.string(),
  unitId: z.string(),
  role,
  alias,
  state: memberState,
  joinedAt: z.int(),
  /** When somebody last let it be (确认): as it began, or as its right was given back. */
  confirmedAt: z.int(),
  /** In which of the unit's openings: a unit that is closed lets all its members go at once. */
  opening: z.int().min(1),
  /** By the deployment's code, an invitation, an application, or in somebody's place (加入方式). */
  how: z.enum(['claim', 'invitation', 'application', 'handover']),
  /** When it last ceased to be active; null while it is. */
  endedAt: z.int().nullable(),
});
export type KeptMembership = z.infer<typeof keptMembership>;

/** What identifies a membership: a person has at most one of a role in a unit. The cloud's id follows from it. */
export function membershipKey({
  openid,
  unitId,
  role: of,
}: Pick<KeptMembership, 'openid' | 'unitId' | 'role'>): string {
  return `membership ${openid} ${unitId} ${of}`;
}

/** What a membership is as its unit now stands: in a unit that is closed, or was since, nobody is a member any more. */
export function standingOf(
  { state, opening }: Pick<KeptMembership, 'state' | 'opening'>,
  unit: Pick<Unit, 'state' | 'opening'>,
): MemberState {
  const hasEnded = state === 'left' || state === 'handed-over';
  return hasEnded || (unit.state === 'active' && unit.opening === opening) ? state : 'left';
}

/** The roles whose rights sleep until somebody confirms them for an edition (待确认): the bureau, which confirms, is never without. */
export const rolesToConfirm = ['city', 'editor', 'organiser'] as const satisfies readonly Role[];

/**
 * Whether a member's right sleeps once an edition asks who is still there (届次确认): whose membership nobody has let be since that edition
 * was set up, and who is not of the bureau.
 */
export function isToConfirm(
  { role: of, state, confirmedAt }: Pick<KeptMembership, 'role' | 'state' | 'confirmedAt'>,
  { createdAt }: { createdAt: number },
): boolean {
  return state === 'active' && of !== 'bureau' && confirmedAt < createdAt;
}
