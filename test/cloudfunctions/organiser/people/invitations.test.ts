import type { Membership, Role } from '#shared/people/membership';
import { acceptInvitation } from '#shared/contract/people/accept-invitation';
import { closeUnit } from '#shared/contract/unit/close-unit';
import { handOver } from '#shared/contract/people/hand-over';
import { inviteMember } from '#shared/contract/people/invite-member';
import { leaveUnit } from '#shared/contract/people/leave-unit';
import { listInvitations } from '#shared/contract/people/list-invitations';
import { listMembers } from '#shared/contract/people/list-members';
import { myMemberships } from '#shared/contract/people/my-memberships';
import { openWorkbench } from '#shared/contract/record/open-workbench';
import { readInvitation } from '#shared/contract/people/read-invitation';
import { resumeMember } from '#shared/contract/people/resume-member';
import { revokeInvitation } from '#shared/contract/people/revoke-invitation';
import { saveUnit } from '#shared/contract/unit/save-unit';
import { suspendMember } from '#shared/contract/people/suspend-member';
import { units } from '../../../../local/demo/units';
import { october } from '../../../shared/example-records';
import { joined, newcomer } from '../../support/newcomer';
import {
  addPerson,
  ask,
  causeTrouble,
  everythingKept,
  get,
  kept,
  keptAs,
  loggedFailure,
  membershipIdOf,
  newRequestId,
  openidOf,
  refused,
  runTheCloud,
  stopClockAt,
} from '../../support/running-cloud';

runTheCloud();

beforeEach(() => stopClockAt(october('10 10:00')));

function unitIdOf(name: string): string {
  const found = units.find((each) => each.name === name);
  if (found === undefined) throw new Error(`The demo has no unit ${name}`);
  return found.id;
}

const base = unitIdOf('演示双创示范基地');
const guangzhou = unitIdOf('广州市工业和信息化委员会');
const shenzhen = unitIdOf('深圳市经济贸易和信息化委员会');
const laboratory = unitIdOf('深圳开放创新实验室');
const bureau = unitIdOf('广东省中小企业局');

function memberOf(unitId: string, role: Role): Membership {
  const { name, city } = units.find(({ id }) => id === unitId) ?? { name: '', city: '广州' };
  return { unitId, unitName: name, city, role };
}

describe('an invitation', () => {
  test('says what it is for, makes a member with what the role may do, and is used up', async () => {
    const person = await newcomer();
    const { code, expiresAt } = await get('organiser', inviteMember, { unitId: base, role: 'organiser' });
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{10}$/);
    expect(expiresAt).toBe(october('17 10:00'));

    const typed = `${code.slice(0, 5).toLowerCase()}-${code.slice(5)} `;
    expect(await get(person, readInvitation, { code: typed })).toEqual({
      unit: { id: base, name: '演示双创示范基地', kind: '示范基地', city: '广州' },
      role: 'organiser',
      expiresAt,
      handsOver: false,
    });
    expect(await refused(person, openWorkbench, { after: null })).toMatchObject({ code: 'NO_MEMBERSHIP' });
    const { membership } = await get(person, acceptInvitation, { code: typed, alias: '小王' });
    expect(membership).toMatchObject({ unitId: base, role: 'organiser', alias: '小王', how: 'invitation' });
    expect((await get(person, openWorkbench, { after: null })).unit.id).toBe(base);

    const other = await newcomer();
    expect(await refused(other, acceptInvitation, { code, alias: '' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refused(other, readInvitation, { code })).toEqual({
      code: 'NOT_FOUND',
      details: { what: 'invitation' },
    });
  });

  test('shows its code to who made it, also when the request is sent again, and keeps it nowhere', async () => {
    const requestId = newRequestId();
    const asked = { unitId: base, role: 'organiser' } as const;
    const first = await get('organiser', inviteMember, asked, requestId);
    expect(await get('organiser', inviteMember, asked, requestId)).toEqual(first);
    expect(JSON.stringify(await everythingKept())).not.toContain(first.code);
    const { invitations } = await get('organiser', listInvitations, { unitId: base });
    expect(invitations.filter(({ id }) => id === first.id)).toHaveLength(1);
    expect(JSON.stringify(invitations)).not.toContain(first.code);
  });

  test('accepted by two at once makes one member', async () => {
    const { code } = await get('organiser', inviteMember, { unitId: base, role: 'organiser' });
    const people = [await newcomer(), await newcomer()];
    await causeTrouble({ action: 'database.commitTransaction', times: 1, delayMs: 300 });
    const answers = await Promise.all(
      people.map((person) => ask(person, acceptInvitation, { code, alias: '' })),
    );
    expect(answers.filter((answer) => 'ok' in answer && answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => 'ok' in answer && !answer.ok)).toMatchObject({
      error: { code: 'NOT_FOUND', details: { what: 'invitation' } },
    });
    const openids = new Set<unknown>(people.map(openidOf));
    expect((await kept('memberships')).filter(({ openid }) => openids.has(openid))).toHaveLength(1);
  });

  test('accepted twice with one request is answered twice and joined once', async () => {
    const person = await newcomer();
    const { code } = await get('organiser', inviteMember, { unitId: base, role: 'organiser' });
    const requestId = newRequestId();
    const first = await get(person, acceptInvitation, { code, alias: '' }, requestId);
    expect(await get(person, acceptInvitation, { code, alias: '' }, requestId)).toEqual(first);
  });

  test('is over a week after it was made, to the millisecond', async () => {
    const { code } = await get('organiser', inviteMember, { unitId: base, role: 'organiser' });
    const person = await newcomer();
    await stopClockAt(october('17 09:59:59.999'));
    expect(await get(person, readInvitation, { code })).toMatchObject({ role: 'organiser' });
    await stopClockAt(october('17 10:00'));
    expect(await refused(person, acceptInvitation, { code, alias: '' })).toEqual({
      code: 'DEADLINE_PASSED',
      details: { what: 'invitation', closedAt: october('17 10:00'), serverNow: october('17 10:00') },
    });
    const { invitations } = await get('organiser', listInvitations, { unitId: base });
    expect(invitations.some(({ expired }) => expired)).toBe(true);
  });

  test('that was revoked is as if it never was; one that was used is not revoked', async () => {
    const { id, code } = await get('organiser', inviteMember, { unitId: base, role: 'organiser' });
    await get('organiser', revokeInvitation, { id });
    const person = await newcomer();
    expect(await refused(person, acceptInvitation, { code, alias: '' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refused('organiser', revokeInvitation, { id })).toEqual({
      code: 'FROZEN',
      details: { state: 'invitation-revoked' },
    });
    const used = await get('organiser', inviteMember, { unitId: base, role: 'organiser' });
    await get(person, acceptInvitation, { code: used.code, alias: '' });
    expect(await refused('organiser', revokeInvitation, { id: used.id })).toEqual({
      code: 'FROZEN',
      details: { state: 'invitation-accepted' },
    });
  });

  test('from somebody who may no longer invite is worth nothing', async () => {
    const { person, membership } = await joined('city', base, 'organiser');
    const { code } = await get(person, inviteMember, { unitId: base, role: 'organiser' });
    await get('city', suspendMember, { membershipId: membership.id });
    expect(await refused(await newcomer(), acceptInvitation, { code, alias: '' })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('is not for who is in the unit already, and is not used up by trying', async () => {
    const { code } = await get('city', inviteMember, { unitId: base, role: 'organiser' });
    expect(await refused('organiser', acceptInvitation, { code, alias: '' })).toEqual({
      code: 'FROZEN',
      details: { state: 'already-member' },
    });
    expect(await get(await newcomer(), acceptInvitation, { code, alias: '' })).toBeDefined();
  });

  test('is not found by trying: twenty tries an hour', async () => {
    const person = await newcomer();
    const codes: string[] = [];
    for (let tried = 0; tried < 21; tried += 1) {
      codes.push((await refused(person, readInvitation, { code: 'ABCDE23456' })).code);
    }
    expect(codes.slice(0, 20).every((each) => each === 'NOT_FOUND')).toBe(true);
    expect(codes[20]).toBe('RATE_LIMITED');
  });

  test.each(['', 'ABC', 'ABCDE2345', 'ABCDE234567', 'ABCDE2345O', 'ABCDE2345*', { $gt: '' }, null])(
    'has no code like %j',
    async (code) => {
      expect(await refused('visitor', readInvitation, { code } as never)).toMatchObject({
        code: 'INVALID_INPUT',
        details: { fields: [{ field: 'code' }] },
      });
    },
  );

  test('whose acceptance fails half-way is still good', async () => {
    const { code } = await get('organiser', inviteMember, { unitId: base, role: 'organiser' });
    const person = await newcomer();
    const requestId = newRequestId();
    await causeTrouble({
      action: 'database.modifyDocument',
      collection: 'invitations',
      times: 1,
      errorCode: 'DATABASE_REQUEST_FAILED',
    });
    expect(await refused(person, acceptInvitation, { code, alias: '' }, requestId)).toMatchObject({
      code: 'UNAVAILABLE',
    });
    expect(await loggedFailure()).not.toContain(code);
    expect((await get(person, myMemberships, {})).memberships).toEqual([]);
    await get(person, acceptInvitation, { code, alias: '' }, requestId);
    expect((await get(person, myMemberships, {})).memberships).toHaveLength(1);
  });
});

describe('who may invite into what', () => {
  const allowed: [string, string, Role][] = [
    ['organiser', base, 'organiser'],
    ['city', base, 'organiser'],
    ['city', guangzhou, 'organiser'],
    ['city', guangzhou, 'city'],
    ['bureau', base, 'organiser'],
    ['bureau', guangzhou, 'city'],
    ['bureau', shenzhen, 'city'],
    ['bureau', bureau, 'bureau'],
    ['shenzhen-city', laboratory, 'organiser'],
  ];
  const forbidden: [string, string, Role][] = [
    ['organiser', laboratory, 'organiser'],
    ['organiser', guangzhou, 'organiser'],
    ['organiser', guangzhou, 'city'],
    ['city', laboratory, 'organiser'],
    ['city', shenzhen, 'city'],
    ['city', bureau, 'bureau'],
    ['shenzhen-city', base, 'organiser'],
    ['shenzhen-organiser', shenzhen, 'city'],
  ];
  const unfitting: [string, string, Role][] = [
    ['organiser', base, 'bureau'],
    ['organiser', base, 'city'],
    ['bureau', base, 'bureau'],
    ['bureau', base, 'city'],
    ['bureau', bureau, 'city'],
    ['bureau', guangzhou, 'bureau'],
  ];

  test.each(allowed)('%s into %s as %s', async (person, unitId, role) => {
    expect(await get(person, inviteMember, { unitId, role })).toHaveProperty('code');
  });

  test.each(forbidden)('not %s into %s as %s', async (person, unitId, role) => {
    const before = await kept('invitations');
    expect(await refused(person, inviteMember, { unitId, role })).toEqual({ code: 'FORBIDDEN', details: {} });
    expect(await kept('invitations')).toEqual(before);
  });

  test.each(unfitting)(
    'nobody, so not %s, into %s as %s: it has no such role',
    async (person, unitId, role) => {
      expect(await refused(person, inviteMember, { unitId, role })).toMatchObject({
        code: 'INVALID_INPUT',
        details: { fields: [{ field: 'role', problem: 'not-a-choice' }] },
      });
    },
  );

  test('another city’s invitations and members are not shown, nor revoked', async () => {
    const { id } = await get('shenzhen-organiser', inviteMember, { unitId: laboratory, role: 'organiser' });
    for (const person of ['organiser', 'city']) {
      for (const contract of [listInvitations, listMembers] as const) {
        expect(await refused(person, contract, { unitId: laboratory })).toEqual({
          code: 'FORBIDDEN',
          details: {},
        });
      }
      expect(await refused(person, revokeInvitation, { id })).toEqual({ code: 'FORBIDDEN', details: {} });
    }
    await get('shenzhen-city', revokeInvitation, { id });
  });
});

describe('a member', () => {
  test('is before colleagues and reviewers a role, a date and what they call themselves', async () => {
    const { person, membership } = await joined('shenzhen-organiser', laboratory, 'organiser');
    for (const viewer of ['shenzhen-organiser', 'shenzhen-city', 'bureau', person]) {
      const { members } = await get(viewer, listMembers, { unitId: laboratory });
      expect(members.find(({ id }) => id === membership.id)).toEqual({
        id: membership.id,
        role: 'organiser',
        alias: '小李',
        state: 'active',
        joinedAt: october('10 10:00'),
        how: 'invitation',
        isSelf: viewer === person,
      });
    }
  });

  test('who leaves has no right at once, and may come back by an invitation', async () => {
    const { person, membership } = await joined('organiser', base, 'organiser');
    const requestId = newRequestId();
    const asked = { membershipId: membership.id };
    await get(person, leaveUnit, asked, requestId);
    expect(await refused(person, openWorkbench, { after: null })).toMatchObject({ code: 'NO_MEMBERSHIP' });
    expect(await get(person, leaveUnit, asked, requestId)).toEqual({ id: membership.id });
    expect(await refused(person, leaveUnit, asked)).toMatchObject({ code: 'NOT_FOUND' });
    const { members } = await get('organiser', listMembers, { unitId: base });
    expect(members.map(({ id }) => id)).not.toContain(membership.id);

    const { code } = await get('organiser', inviteMember, { unitId: base, role: 'organiser' });
    await get(person, acceptInvitation, { code, alias: '又来了' });
    expect((await get(person, myMemberships, {})).memberships).toMatchObject([
      { id: membership.id, state: 'active', alias: '又来了', endedAt: null },
    ]);
  });

  test('does not leave for somebody else', async () => {
    const { membership } = await joined('organiser', base, 'organiser');
    for (const person of ['organiser', 'bureau', 'visitor']) {
      expect(await refused(person, leaveUnit, { membershipId: membership.id })).toEqual({
        code: 'NOT_FOUND',
        details: { what: 'membership' },
      });
    }
    expect(await keptAs('memberships', membership.id)).toMatchObject({ state: 'active' });
  });

  test('who is suspended has no right at once, cannot leave or be let in again, and gets it back when resumed', async () => {
    const { person, membership } = await joined('organiser', base, 'organiser');
    const asked = { membershipId: membership.id };
    const { code } = await get('organiser', inviteMember, { unitId: base, role: 'organiser' });
    await get('city', suspendMember, asked);
    expect(await refused(person, openWorkbench, { after: null })).toMatchObject({ code: 'NO_MEMBERSHIP' });
    expect(await refused(person, leaveUnit, asked)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refused(person, acceptInvitation, { code, alias: '' })).toEqual({
      code: 'FROZEN',
      details: { state: 'suspended' },
    });
    expect((await get(person, myMemberships, {})).memberships).toMatchObject([{ state: 'suspended' }]);
    expect(await refused('city', suspendMember, asked)).toMatchObject({ code: 'FROZEN' });
    await get('city', resumeMember, asked);
    expect((await get(person, openWorkbench, { after: null })).unit.id).toBe(base);
    expect(await refused('city', resumeMember, asked)).toEqual({
      code: 'FROZEN',
      details: { state: 'member-active' },
    });
  });

  test('is suspended and resumed by who reviews the unit, and by nobody else', async () => {
    const { membership } = await joined('shenzhen-organiser', laboratory, 'organiser');
    const asked = { membershipId: membership.id };
    for (const contract of [suspendMember, resumeMember] as const) {
      expect(await refused('shenzhen-organiser', contract, asked)).toMatchObject({ code: 'NO_MEMBERSHIP' });
      expect(await refused('city', contract, asked)).toMatchObject({ code: 'FORBIDDEN' });
    }
    await get('shenzhen-city', suspendMember, asked);
    await get('bureau', resumeMember, asked);
  });

  test('of a city’s staff suspends neither himself nor the bureau’s nor another authority’s staff', async () => {
    await addPerson('other-authority', memberOf(unitIdOf('广州市工业和信息化局'), 'city'));
    expect(await refused('city', suspendMember, { membershipId: membershipIdOf('city') })).toEqual({
      code: 'FROZEN',
      details: { state: 'own-membership' },
    });
    for (const membershipId of [membershipIdOf('bureau'), membershipIdOf('other-authority')]) {
      expect(await refused('city', suspendMember, { membershipId })).toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});

describe('the last of the bureau’s staff', () => {
  const last = { membershipId: membershipIdOf('bureau') };
  const frozen = { code: 'FROZEN', details: { state: 'last-bureau-member' } };

  test('does not leave, and the unit is not closed', async () => {
    expect(await refused('bureau', leaveUnit, last)).toEqual(frozen);
    const { revision } = await keptAs('units', bureau);
    expect(await refused('bureau', closeUnit, { id: bureau, revision: Number(revision) })).toEqual(frozen);
  });

  test('of two who leave at the same moment one stays', async () => {
    const second = await joined('bureau', bureau, 'bureau');
    await causeTrouble({ action: 'database.commitTransaction', times: 1, delayMs: 300 });
    const answers = await Promise.all([
      ask('bureau', leaveUnit, last),
      ask(second.person, leaveUnit, { membershipId: second.membership.id }),
    ]);
    expect(answers.filter((answer) => 'ok' in answer && answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => 'ok' in answer && !answer.ok)).toMatchObject({ error: frozen });
    const present = (await kept('memberships')).filter(
      ({ role, state }) => role === 'bureau' && state === 'active',
    );
    expect(present).toHaveLength(1);
    // For the tests that follow the demo's own is there again.
    if (present[0]?._id !== last.membershipId) {
      const { code } = await get(second.person, inviteMember, { unitId: bureau, role: 'bureau' });
      const { membership } = await get('bureau', acceptInvitation, { code, alias: '' });
      await get(second.person, leaveUnit, { membershipId: second.membership.id });
      last.membershipId = membership.id;
    }
  });

  test('of two who suspend each other at the same moment one stays', async () => {
    const second = await joined('bureau', bureau, 'bureau');
    await causeTrouble({ action: 'database.commitTransaction', times: 1, delayMs: 300 });
    await Promise.all([
      ask('bureau', suspendMember, { membershipId: second.membership.id }),
      ask(second.person, suspendMember, last),
    ]);
    const states = (await kept('memberships')).filter(({ role }) => role === 'bureau');
    expect(states.filter(({ state }) => state === 'active')).toHaveLength(1);
    const rescuer = states.some(({ _id, state }) => _id === last.membershipId && state === 'active')
      ? ['bureau', second.membership.id]
      : [second.person, last.membershipId];
    const [person = '', membershipId = ''] = rescuer;
    await get(person, resumeMember, { membershipId });
    if (person === 'bureau') await get('bureau', suspendMember, { membershipId });
    else await get('bureau', suspendMember, { membershipId: second.membership.id });
  });

  test('hands the place over: who accepts is in, who gave it is out, in one step', async () => {
    const { code } = await get('bureau', handOver, last);
    expect(await refused('bureau', acceptInvitation, { code, alias: '' })).toEqual({
      code: 'FROZEN',
      details: { state: 'own-membership' },
    });
    const successor = await newcomer();
    expect(await get(successor, readInvitation, { code })).toMatchObject({ role: 'bureau', handsOver: true });
    expect((await get('bureau', myMemberships, {})).memberships).toHaveLength(1);
    await get(successor, acceptInvitation, { code, alias: '' });
    expect((await get('bureau', myMemberships, {})).memberships).toEqual([]);
    expect(await keptAs('memberships', last.membershipId)).toMatchObject({ state: 'handed-over' });
    expect((await get(successor, myMemberships, {})).memberships).toMatchObject([
      { role: 'bureau', how: 'handover' },
    ]);
    const back = await get(successor, handOver, {
      membershipId: (await get(successor, myMemberships, {})).memberships[0]?.id ?? '',
    });
    await get('bureau', acceptInvitation, { code: back.code, alias: '' });
  });

  test('a place that is not one’s own is not handed over', async () => {
    expect(await refused('city', handOver, { membershipId: membershipIdOf('organiser') })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

test('who joins while the unit is renamed is a member of the unit as it is called then', async () => {
  const { unit } = await get('bureau', saveUnit, {
    change: null,
    unit: { name: '改名前的促进会', kind: '促进会', city: '广州', parentId: null },
  });
  const { code } = await get('city', inviteMember, { unitId: unit.id, role: 'organiser' });
  const person = await newcomer();
  await causeTrouble({ action: 'database.commitTransaction', times: 1, delayMs: 300 });
  await Promise.all([
    get(person, acceptInvitation, { code, alias: '' }),
    get('city', saveUnit, {
      change: { id: unit.id, revision: 1 },
      unit: { name: '改名后的促进会', kind: '促进会', city: '广州', parentId: null },
    }),
  ]);
  expect((await get(person, myMemberships, {})).memberships[0]?.unitName).toBe('改名后的促进会');
});
