import type { AnyAction } from '#shared/contract/action';
import { applyForMembership } from '#shared/contract/people/apply-for-membership';
import { closeUnit } from '#shared/contract/unit/close-unit';
import { decideApplication } from '#shared/contract/people/decide-application';
import { inviteMember } from '#shared/contract/people/invite-member';
import { listInvitations } from '#shared/contract/people/list-invitations';
import { listMembers } from '#shared/contract/people/list-members';
import { reopenUnit } from '#shared/contract/unit/reopen-unit';
import { resumeMember } from '#shared/contract/people/resume-member';
import { revokeInvitation } from '#shared/contract/people/revoke-invitation';
import { saveUnit } from '#shared/contract/unit/save-unit';
import { suspendMember } from '#shared/contract/people/suspend-member';
import { october } from '../../shared/example-records';
import {
  addPerson,
  ask,
  everythingKept,
  get,
  keptAs,
  membershipIdOf,
  runTheCloud,
  stopClockAt,
} from '../support/running-cloud';

runTheCloud();

/** Units by how they stand to 示范基地填报员 and 广州市工作人员: his own, of their city, of another one, of the province. */
type Standing = 'own' | 'neighbour' | 'foreign' | 'provincial';
const unitIds = {} as Record<Standing, string>;

beforeAll(async () => {
  await stopClockAt(october('10 10:00'));
  const make = async (name: string, city: string) =>
    (
      await get('bureau', saveUnit, {
        change: null,
        unit: { name, kind: '服务联盟', city, parentId: null },
      })
    ).unit.id;
  unitIds.neighbour = await make('广州邻近联盟', '广州');
  unitIds.foreign = await make('深圳外市联盟', '深圳');
  unitIds.provincial = await make('省直联盟', '省直');
  unitIds.own = 'unit-0';
});

const counter = { people: 0 };

/** A fresh target of an action in a unit, for each try its own. */
async function targetIn(unitId: string, contract: AnyAction): Promise<unknown> {
  const unit = await keptAs('units', unitId);
  const revision = Number(unit.revision);
  counter.people += 1;
  const person = `target-${counter.people}`;
  switch (contract) {
    case listMembers:
    case listInvitations:
      return { unitId };
    case inviteMember:
      return { unitId, role: 'organiser' };
    case revokeInvitation:
      return { id: (await get('bureau', inviteMember, { unitId, role: 'organiser' })).id };
    case suspendMember:
    case resumeMember: {
      const { name, city } = unit as unknown as { name: string; city: string };
      await addPerson(person, { unitId, unitName: name, city, role: 'organiser' });
      const membershipId = membershipIdOf(person);
      if (contract === resumeMember) await get('bureau', suspendMember, { membershipId });
      return { membershipId };
    }
    case decideApplication: {
      await addPerson(person, null);
      const { application } = await get(person, applyForMembership, { unitId, alias: '', note: '' });
      return { id: application.id, decision: { result: 'approved' } };
    }
    case saveUnit: {
      const { name, kind, city, parentId } = unit;
      return { change: { id: unitId, revision }, unit: { name, kind, city, parentId } };
    }
    case reopenUnit:
      await get('bureau', closeUnit, { id: unitId, revision });
      return { id: unitId, revision: revision + 1 };
    default:
      throw new Error(`${contract.name} has no target`);
  }
}

/** Afterwards the unit is in use again, for the next try. */
async function restore(unitId: string): Promise<void> {
  const { state, revision } = await keptAs('units', unitId);
  if (state === 'closed') await get('bureau', reopenUnit, { id: unitId, revision: Number(revision) });
}

const everywhere: Standing[] = ['own', 'neighbour', 'foreign', 'provincial'];
const ofMembers = { organiser: ['own'], city: ['own', 'neighbour'], bureau: everywhere };
const ofReviewers = { organiser: [], city: ['own', 'neighbour'], bureau: everywhere };

const walk: [AnyAction, Record<'organiser' | 'city' | 'bureau', readonly string[]>][] = [
  [listMembers, ofMembers],
  [listInvitations, ofMembers],
  [inviteMember, ofMembers],
  [revokeInvitation, ofMembers],
  [suspendMember, ofReviewers],
  [resumeMember, ofReviewers],
  [decideApplication, ofReviewers],
  [saveUnit, ofReviewers],
  [reopenUnit, ofReviewers],
];

const tries = walk.flatMap(([contract, reach]) =>
  (['organiser', 'city', 'bureau'] as const).flatMap((person) =>
    everywhere.map((standing) => {
      const may = reach[person].includes(standing);
      return [person, may ? 'may' : 'may not', contract.name, standing, contract, may] as const;
    }),
  ),
);

test.each(tries)('%s %s %s in the %s unit', async (person, _may, _name, standing, contract, may) => {
  const input = await targetIn(unitIds[standing], contract);
  const before = may ? null : await everythingKept();
  const answer = await ask(person, contract, input);
  if (before === null) expect(answer).toMatchObject({ ok: true });
  else {
    expect(answer).toMatchObject({ ok: false, error: { details: {} } });
    const { code } = (answer as { error: { code: string } }).error;
    expect(['FORBIDDEN', 'NO_MEMBERSHIP']).toContain(code);
    const after = await everythingKept();
    // That an invitation was tried for is counted, whatever came of it.
    expect({ ...after, 'rate-limits': [] }).toEqual({ ...before, 'rate-limits': [] });
  }
  await restore(unitIds[standing]);
});
