import { hourMs } from '#shared/ground/durations';
import { mayAdmit, roleFitsKind } from '#shared/people/admit';
import {
  codeAlphabet,
  codeLength,
  invitationLastsMs,
  isExpired,
  type Invitation,
} from '#shared/people/invitation';
import type { Role } from '#shared/people/membership';
import { refuse } from '#shared/refusal/errors';
import type { Unit } from '#shared/people/unit';
import type { Finder, Reader, Transaction } from '../../platform/database';
import { keyedHashOf } from '../../platform/keyed-hash';
import { indexOn, uniqueIndexOn, type Collection } from '../collection';
import { activeMembership, membershipIdsOf } from './memberships';
import { countAttempt } from '../rate-limits';
import { findActiveUnit } from '../unit/units';

export const invitations: Collection = {
  name: 'invitations',
  indexes: [uniqueIndexOn('codeHash'), indexOn('unitId', 'state', 'createdAt')],
};

const shownInvitations = 100;

/**
 * The code of an invitation (邀请码). It follows from the invitation's id and the deployment's secret, so that it is kept
 * nowhere and yet the same when the request is sent again.
 */
export function codeOf(invitationId: string): string {
  const digits = keyedHashOf('invitation-code', invitationId);
  const base = BigInt(codeAlphabet.length);
  let rest = BigInt(`0x${digits}`);
  let code = '';
  while (code.length < codeLength) {
    code += codeAlphabet.charAt(Number(rest % base));
    rest /= base;
  }
  return code;
}

function hashOf(code: string): string {
  return keyedHashOf('invitation', code);
}

/** Whom an invitation is from, and into what. */
export interface Inviting {
  id: string;
  unit: Unit;
  role: Role;
  openid: string;
  endsMembershipId: string | null;
  now: number;
}

/** Keeps a new invitation, without its code. */
export async function insertInvitation(
  transaction: Transaction,
  { id, unit, role, openid, endsMembershipId, now }: Inviting,
): Promise<Invitation> {
  const invitation: Invitation = {
    id,
    codeHash: hashOf(codeOf(id)),
    unitId: unit.id,
    unitName: unit.name,
    unitCity: unit.city,
    role,
    state: 'open',
    createdAt: now,
    expiresAt: now + invitationLastsMs,
    invitedBy: openid,
    endsMembershipId,
  };
  await transaction.insert(invitations.name, invitation);
  return invitation;
}

/** One invitation. NOT_FOUND when there is none of that id. */
export async function findInvitation(reader: Finder, id: string): Promise<Invitation> {
  const found = await reader.find<Invitation>(invitations.name, id);
  if (found === null) throw refuse('NOT_FOUND', { what: 'invitation' });
  return found;
}

/** Where the invitation of a code is found: its id, and the memberships of who invites. A code never changes its invitation. */
export interface CodeLead {
  invitationId: string;
  inviterIds: readonly string[];
}

/** Looks a code up before it is decided about; null when there is no such code. */
export async function leadOfCode(reader: Reader, code: string): Promise<CodeLead | null> {
  const [found] = await reader.list<Invitation>(invitations.name, {
    where: { codeHash: hashOf(code) },
    limit: 1,
  });
  if (found === undefined) return null;
  return { invitationId: found.id, inviterIds: await membershipIdsOf(reader, found.invitedBy) };
}

/**
 * The open invitation that a code led to, and its unit as it is now. NOT_FOUND when there is none, when who invites may no longer, or
 * the unit's kind has no such role any more; DEADLINE_PASSED when it is over.
 */
export async function openInvitation(
  finder: Finder,
  lead: CodeLead | null,
  now: number,
): Promise<{ invitation: Invitation; unit: Unit }> {
  const found = lead === null ? null : await finder.find<Invitation>(invitations.name, lead.invitationId);
  if (lead === null || found?.state !== 'open') throw refuse('NOT_FOUND', { what: 'invitation' });
  const unit = await findActiveUnit(finder, found.unitId);
  let mayStillInvite = false;
  for (const id of lead.inviterIds) {
    const inviter = await activeMembership(finder, id);
    mayStillInvite ||= inviter !== null && mayAdmit(inviter, unit, found.role);
  }
  if (!mayStillInvite || !roleFitsKind(found.role, unit.kind))
    throw refuse('NOT_FOUND', { what: 'invitation' });
  if (isExpired(found, now))
    throw refuse('DEADLINE_PASSED', { what: 'invitation', closedAt: found.expiresAt, serverNow: now });
  return { invitation: found, unit };
}

/** A unit's invitations that nobody has used, the latest first. */
export function openInvitations(reader: Reader, unitId: string): Promise<Invitation[]> {
  return reader.list<Invitation>(invitations.name, {
    where: { unitId, state: 'open' },
    orderBy: ['createdAt', 'desc'],
    limit: shownInvitations,
  });
}

/** Uses an invitation up, or takes it back. */
export async function settleInvitation(
  transaction: Transaction,
  invitation: Invitation,
  state: 'accepted' | 'revoked',
): Promise<void> {
  const settled: Invitation = { ...invitation, state };
  await transaction.replace(invitations.name, settled);
}

const triesAnHour = 20;
const invitationsAnHour = 60;

/** Counts one try at a code, read or accepted: nobody finds one by trying. */
export function countInvitationTry(openid: string, now: number): Promise<void> {
  return countAttempt({ purpose: 'invitation', openid, most: triesAnHour, perMs: hourMs, now });
}

/** Counts one invitation that a member makes. */
export function countInviting(openid: string, now: number): Promise<void> {
  return countAttempt({ purpose: 'inviting', openid, most: invitationsAnHour, perMs: hourMs, now });
}
