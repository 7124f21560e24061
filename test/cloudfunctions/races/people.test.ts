import { acceptInvitation } from '#shared/contract/people/accept-invitation';
import { applyForMembership } from '#shared/contract/people/apply-for-membership';
import { claimBureau } from '#shared/contract/people/claim-bureau';
import { decideApplication } from '#shared/contract/people/decide-application';
import { importUnits } from '#shared/contract/unit/import-units';
import { inviteMember } from '#shared/contract/people/invite-member';
import { leaveUnit } from '#shared/contract/people/leave-unit';
import { saveUnit } from '#shared/contract/unit/save-unit';
import { suspendMember } from '#shared/contract/people/suspend-member';
import { withdrawApplication } from '#shared/contract/people/withdraw-application';
import type { UnitFields } from '#shared/people/unit';
import { idFrom } from '../../../cloudfunctions/platform/digest';
import { demoSettings } from '../../../local/demo/settings';
import { unitNamed } from '../../../local/demo/units';
import { october } from '../../shared/example-records';
import { newcomer } from '../support/newcomer';
import {
  addPerson,
  get,
  kept,
  keptAs,
  membershipIdOf,
  openidOf,
  putDocuments,
  putMembership,
  runTheCloud,
  stopClockAt,
  type Kept,
} from '../support/running-cloud';
import { fileWith } from '../support/unit-file';
import { isDone, race, racer, refusalsIn, together } from './race';

runTheCloud();
beforeAll(() => stopClockAt(october('10 10:00')));

const base = unitNamed('演示双创示范基地').id;
const bureau = unitNamed('广东省中小企业局');
const platform: UnitFields = { name: '', kind: '示范平台', city: '广州', parentId: null };

async function activeMembers(where: Partial<Kept>): Promise<Kept[]> {
  const all = await kept('memberships');
  return all.filter(
    (each) =>
      each.state === 'active' && Object.entries(where).every(([field, value]) => each[field] === value),
  );
}

/** Lets members go again, so that the next round finds as many as this one. */
async function letGo(members: readonly Kept[]): Promise<void> {
  await putDocuments(
    'memberships',
    members.map((each) => ({ ...each, state: 'left' })),
  );
}

race('two claims', async () => {
  const deployment = await keptAs('deployment', 'deployment');
  await putDocuments('deployment', [{ ...deployment, claimedAt: null, claimedWith: [] }]);
  const before = await activeMembers({ role: 'bureau' });
  const persons = [await newcomer(), await newcomer()];
  const claim = { code: demoSettings({ smtpUrl: '' }).CLAIM_CODE ?? '', alias: '' };
  const answers = await together(
    persons.map((person) => racer(person, claimBureau, claim)),
    0,
  );
  expect(refusalsIn(answers)).toEqual(['FROZEN claimed']);
  const now = await activeMembers({ role: 'bureau' });
  expect(now).toHaveLength(before.length + 1);
  await letGo(now.filter(({ _id }) => before.every((each) => each._id !== _id)));
});

race('one invitation taken by two', async (round) => {
  const { code } = await get('city', inviteMember, { unitId: base, role: 'organiser' });
  const persons = [await newcomer(), await newcomer()];
  const before = await activeMembers({ unitId: base });
  const answers = await together(
    persons.map((person) => racer(person, acceptInvitation, { code, alias: '' })),
    round,
  );
  expect(refusalsIn(answers)).toEqual(['NOT_FOUND']);
  const now = await activeMembers({ unitId: base });
  expect(now).toHaveLength(before.length + 1);
  await letGo(now.filter(({ _id }) => before.every((each) => each._id !== _id)));
});

const mostMembers = 200;

race(
  'the last place of a unit',
  async (round) => {
    const { unit } = await get('city', saveUnit, {
      change: null,
      unit: { ...platform, name: `将满的平台${round}` },
    });
    const member = {
      unitId: unit.id,
      role: 'organiser',
      alias: '',
      state: 'active',
      joinedAt: 0,
      confirmedAt: 0,
      opening: 1,
    };
    await putDocuments(
      'memberships',
      Array.from({ length: mostMembers - 1 }, (_each, index) => {
        const openid = `openid-of-member-${round}-${index}`;
        return { _id: idFrom(openid), ...member, openid, how: 'invitation', endedAt: null };
      }),
    );
    const invitations = [
      await get('city', inviteMember, { unitId: unit.id, role: 'organiser' }),
      await get('city', inviteMember, { unitId: unit.id, role: 'organiser' }),
    ];
    const persons = [await newcomer(), await newcomer()];
    const answers = await together(
      invitations.map(({ code }, index) =>
        racer(persons[index] ?? '', acceptInvitation, { code, alias: '' }),
      ),
      round,
    );
    expect(refusalsIn(answers)).toEqual(['FROZEN unit-full']);
    const members = await activeMembers({ unitId: unit.id });
    expect(members).toHaveLength(mostMembers);
    await letGo(members);
  },
  40,
);

race('the last two of the bureau’s staff leave', async (round) => {
  await letGo(await activeMembers({ role: 'bureau' }));
  await addPerson('second', { unitId: bureau.id, unitName: bureau.name, city: '省直', role: 'bureau' });
  await putMembership({ openid: openidOf('bureau'), unitId: bureau.id, role: 'bureau' });
  const own = { bureau: membershipIdOf('bureau'), second: membershipIdOf('second') };
  const answers = await together(
    round % 2 === 0
      ? [
          racer('bureau', leaveUnit, { membershipId: own.bureau }),
          racer('second', leaveUnit, { membershipId: own.second }),
        ]
      : [
          racer('bureau', suspendMember, { membershipId: own.second }),
          racer('second', suspendMember, { membershipId: own.bureau }),
        ],
    round,
  );
  // Whoever was suspended before his own request was let in has no right to it any more.
  for (const refusal of refusalsIn(answers))
    expect(['FROZEN last-bureau-member', 'NO_MEMBERSHIP']).toContain(refusal);
  expect(answers.filter(isDone)).toHaveLength(1);
  expect(await activeMembers({ role: 'bureau' })).toHaveLength(1);
  await putMembership({ openid: openidOf('bureau'), unitId: bureau.id, role: 'bureau' });
});

race('one unit applied for twice', async (round) => {
  const person = await newcomer();
  const asked = { unitId: base, alias: '', note: '负责填报。' };
  const answers = await together(
    [racer(person, applyForMembership, asked), racer(person, applyForMembership, asked)],
    round,
  );
  expect(refusalsIn(answers)).toEqual(['FROZEN already-applied']);
  const open = (await kept('applications')).filter(
    ({ openid, state }) => openid === openidOf(person) && state === 'open',
  );
  expect(open).toHaveLength(1);
  await get(person, withdrawApplication, { id: open[0]?._id ?? '' });
});

race('one application decided twice', async (round) => {
  const person = await newcomer();
  const { application } = await get(person, applyForMembership, {
    unitId: base,
    alias: '',
    note: '负责填报。',
  });
  const { id } = application;
  const answers = await together(
    [
      racer('city', decideApplication, { id, decision: { result: 'approved' } }),
      racer('bureau', decideApplication, { id, decision: { result: 'declined', reason: '人员已满。' } }),
    ],
    round,
  );
  expect(refusalsIn(answers)).toEqual(['FROZEN application-decided']);
  const members = await activeMembers({ openid: openidOf(person) });
  const { state } = await keptAs('applications', id);
  expect(members).toHaveLength(state === 'approved' ? 1 : 0);
  await letGo(members);
});

race('one name given twice', async (round) => {
  const unit = { ...platform, name: `同名的平台${round}` };
  const creating = racer('city', saveUnit, { change: null, unit });
  if (round % 2 === 0) {
    const answers = await together([creating, racer('bureau', saveUnit, { change: null, unit })], round);
    expect(refusalsIn(answers)).toEqual(['INVALID_INPUT']);
  } else {
    const file = await fileWith([[unit.name, unit.kind, unit.city, '']]);
    await together([creating, racer('bureau', importUnits, { file })], round);
  }
  expect((await kept('units')).filter(({ name }) => name === unit.name)).toHaveLength(1);
});

race('two units put under each other', async (round) => {
  const [one, other] = [
    (await get('city', saveUnit, { change: null, unit: { ...platform, name: `甲平台${round}` } })).unit,
    (await get('city', saveUnit, { change: null, unit: { ...platform, name: `乙平台${round}` } })).unit,
  ];
  const under = ({ id, name }: typeof one, parentId: string) => ({
    change: { id, revision: 1 },
    unit: { ...platform, name, parentId },
  });
  const answers = await together(
    [racer('city', saveUnit, under(one, other.id)), racer('bureau', saveUnit, under(other, one.id))],
    round,
  );
  expect(refusalsIn(answers)).toEqual(['INVALID_INPUT']);
});

race('a kind changed while somebody joins', async (round) => {
  const office: UnitFields = { ...platform, name: `换类别的单位${round}`, kind: '市级主管部门' };
  const { unit } = await get('bureau', saveUnit, { change: null, unit: office });
  const { code } = await get('bureau', inviteMember, { unitId: unit.id, role: 'city' });
  const answers = await together(
    [
      racer('bureau', saveUnit, {
        change: { id: unit.id, revision: 1 },
        unit: { ...office, kind: '示范平台' },
      }),
      racer(await newcomer(), acceptInvitation, { code, alias: '' }),
    ],
    round,
  );
  const { kind } = await keptAs('units', unit.id);
  const members = await activeMembers({ unitId: unit.id });
  if (kind === '示范平台') expect(members.filter(({ role }) => role === 'city')).toEqual([]);
  else expect(members).toHaveLength(1);
  expect(answers.filter(isDone)).toHaveLength(1);
});
