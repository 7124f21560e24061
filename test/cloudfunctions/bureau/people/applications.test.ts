import { applyForMembership } from '#shared/contract/people/apply-for-membership';
import { closeUnit } from '#shared/contract/unit/close-unit';
import { decideApplication } from '#shared/contract/people/decide-application';
import { findUnits } from '#shared/contract/unit/find-units';
import { leaveUnit } from '#shared/contract/people/leave-unit';
import { listApplications } from '#shared/contract/people/list-applications';
import { myMemberships } from '#shared/contract/people/my-memberships';
import { openWorkbench } from '#shared/contract/record/open-workbench';
import { saveUnit } from '#shared/contract/unit/save-unit';
import { withdrawApplication } from '#shared/contract/people/withdraw-application';
import { units } from '../../../../local/demo/units';
import { october } from '../../../shared/example-records';
import { newcomer } from '../../support/newcomer';
import {
  ask,
  causeTrouble,
  get,
  kept,
  newRequestId,
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
const laboratory = unitIdOf('深圳开放创新实验室');
const service = unitIdOf('广东省中小企业服务中心');
const approved = { result: 'approved' } as const;
const declined = { result: 'declined', reason: '请先与本单位联系。' } as const;

async function apply(person: string, unitId: string) {
  const asked = { unitId, alias: '小陈', note: '负责本单位活动填报。' };
  return (await get(person, applyForMembership, asked)).application;
}

async function idsBefore(person: string, state: 'open' | 'approved' = 'open'): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page: { applications: { id: string }[]; next: string | null } = await get(
      person,
      listApplications,
      {
        state,
        after,
      },
    );
    ids.push(...page.applications.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  return ids;
}

test('somebody finds the unit, applies, is approved by its city and logs for it', async () => {
  const person = await newcomer();
  const found = await get(person, findUnits, { city: '广州', kind: null, namePart: '双创示范', after: null });
  expect(found.units).toEqual([{ id: base, name: '演示双创示范基地', kind: '示范基地', city: '广州' }]);
  const application = await apply(person, base);
  expect(application).toMatchObject({ unitName: '演示双创示范基地', state: 'open', decidedAt: null });
  expect(await idsBefore('city')).toContain(application.id);
  expect(await idsBefore('bureau')).toContain(application.id);
  expect(await idsBefore('shenzhen-city')).not.toContain(application.id);

  await get('city', decideApplication, { id: application.id, decision: approved });
  const { memberships, applications } = await get(person, myMemberships, {});
  expect(memberships).toMatchObject([{ unitId: base, role: 'organiser', alias: '小陈', how: 'application' }]);
  expect(applications).toMatchObject([{ state: 'approved', decidedAt: october('10 10:00') }]);
  expect((await get(person, openWorkbench, { after: null })).unit.id).toBe(base);
  expect(await idsBefore('city')).not.toContain(application.id);
  expect(await idsBefore('city', 'approved')).toContain(application.id);
});

test('an application tells its reviewers nothing of who the person is', async () => {
  const person = await newcomer();
  const { id } = await apply(person, base);
  const { applications } = await get('city', listApplications, { state: 'open', after: null });
  const shown = applications.find((each) => each.id === id);
  expect(Object.keys(shown ?? {}).sort()).toEqual(
    [
      'alias',
      'createdAt',
      'decidedAt',
      'id',
      'note',
      'reason',
      'state',
      'unitCity',
      'unitId',
      'unitName',
    ].sort(),
  );
});

test('a city does not decide about another city’s units, nor about the province’s', async () => {
  for (const unitId of [laboratory, service]) {
    const { id } = await apply(await newcomer(), unitId);
    expect(await refused('city', decideApplication, { id, decision: approved })).toEqual({
      code: 'FORBIDDEN',
      details: {},
    });
    expect(await refused('organiser', decideApplication, { id, decision: approved })).toMatchObject({
      code: 'NO_MEMBERSHIP',
    });
    await get('bureau', decideApplication, { id, decision: declined });
  }
});

test('declined with a reason, the person reads it and may apply again', async () => {
  const person = await newcomer();
  const { id } = await apply(person, base);
  expect(
    await refused('city', decideApplication, { id, decision: { result: 'declined', reason: '' } }),
  ).toMatchObject({ code: 'INVALID_INPUT', details: { fields: [{ field: 'decision.reason' }] } });
  await get('city', decideApplication, { id, decision: declined });
  expect((await get(person, myMemberships, {})).applications).toMatchObject([
    { state: 'declined', reason: '请先与本单位联系。' },
  ]);
  expect(await refused(person, openWorkbench, { after: null })).toMatchObject({ code: 'NO_MEMBERSHIP' });
  expect(await apply(person, base)).toMatchObject({ state: 'open' });
});

test('decided by two at once it is decided once, and the person joins once', async () => {
  const person = await newcomer();
  const { id } = await apply(person, base);
  await causeTrouble({ action: 'database.commitTransaction', times: 1, delayMs: 300 });
  const answers = await Promise.all([
    ask('city', decideApplication, { id, decision: approved }),
    ask('bureau', decideApplication, { id, decision: declined }),
  ]);
  expect(answers.filter((answer) => 'ok' in answer && answer.ok)).toHaveLength(1);
  expect(answers.find((answer) => 'ok' in answer && !answer.ok)).toMatchObject({
    error: { code: 'FROZEN', details: { state: 'application-decided' } },
  });
  const { memberships, applications } = await get(person, myMemberships, {});
  expect(memberships).toHaveLength(applications[0]?.state === 'approved' ? 1 : 0);
});

test('withdrawn it is no longer decided; nobody withdraws another person’s', async () => {
  const person = await newcomer();
  const { id } = await apply(person, base);
  for (const other of ['visitor', 'city', 'bureau']) {
    expect(await refused(other, withdrawApplication, { id })).toEqual({
      code: 'NOT_FOUND',
      details: { what: 'application' },
    });
  }
  await get(person, withdrawApplication, { id });
  expect(await refused('city', decideApplication, { id, decision: approved })).toMatchObject({
    code: 'FROZEN',
  });
  expect(await refused(person, withdrawApplication, { id })).toMatchObject({ code: 'FROZEN' });
});

test('a person has at most three open, and one for a unit', async () => {
  const person = await newcomer();
  await apply(person, base);
  const again = { unitId: base, alias: '', note: '' };
  expect(await refused(person, applyForMembership, again)).toEqual({
    code: 'FROZEN',
    details: { state: 'already-applied' },
  });
  await apply(person, laboratory);
  const third = await apply(person, service);
  const fourth = { unitId: unitIdOf('深圳市浪尖设计有限公司'), alias: '', note: '' };
  expect(await refused(person, applyForMembership, fourth)).toEqual({
    code: 'FROZEN',
    details: { state: 'too-many-applications' },
  });
  await get(person, withdrawApplication, { id: third.id });
  expect(await get(person, applyForMembership, fourth)).toBeDefined();
});

test('the same application sent five times at once is one', async () => {
  const person = await newcomer();
  const asked = { unitId: base, alias: '', note: '' };
  await causeTrouble({ action: 'database.commitTransaction', times: 1, delayMs: 300 });
  const requestId = newRequestId();
  await Promise.all([
    ...Array.from({ length: 3 }, () => ask(person, applyForMembership, asked, requestId)),
    ...Array.from({ length: 2 }, () => ask(person, applyForMembership, asked)),
  ]);
  expect((await get(person, myMemberships, {})).applications).toHaveLength(1);
});

test('eleven in a day are too many, though each was withdrawn', async () => {
  const person = await newcomer();
  for (let count = 0; count < 10; count += 1) {
    const { id } = await apply(person, base);
    await get(person, withdrawApplication, { id });
  }
  expect(await refused(person, applyForMembership, { unitId: base, alias: '', note: '' })).toEqual({
    code: 'RATE_LIMITED',
    details: { retryAt: october('11 10:00') },
  });
});

test('who is a member does not apply, who has left may', async () => {
  const person = await newcomer();
  const { id } = await apply(person, base);
  await get('city', decideApplication, { id, decision: approved });
  const asked = { unitId: base, alias: '', note: '' };
  expect(await refused(person, applyForMembership, asked)).toEqual({
    code: 'FROZEN',
    details: { state: 'already-member' },
  });
  const { memberships } = await get(person, myMemberships, {});
  await get(person, leaveUnit, { membershipId: memberships[0]?.id ?? '' });
  expect(await apply(person, base)).toMatchObject({ state: 'open' });
});

test('a unit that was closed meanwhile takes nobody', async () => {
  const { unit } = await get('city', saveUnit, {
    change: null,
    unit: { name: '将要停用的平台', kind: '示范平台', city: '广州', parentId: null },
  });
  const person = await newcomer();
  const { id } = await apply(person, unit.id);
  await get('city', closeUnit, { id: unit.id, revision: 1 });
  const frozen = { code: 'FROZEN', details: { state: 'unit-closed' } };
  expect(await refused('city', decideApplication, { id, decision: approved })).toEqual(frozen);
  expect(
    await refused(await newcomer(), applyForMembership, { unitId: unit.id, alias: '', note: '' }),
  ).toEqual(frozen);
  const found = await get(person, findUnits, { city: null, kind: null, namePart: '将要停用', after: null });
  expect(found.units).toEqual([]);
  await get('city', decideApplication, { id, decision: declined });
});

test('to a unit that is not there is refused', async () => {
  expect(
    await refused(await newcomer(), applyForMembership, { unitId: 'unit-9999', alias: '', note: '' }),
  ).toEqual({ code: 'NOT_FOUND', details: { what: 'unit' } });
});

test('more than a page of applications is read to its end, in order', async () => {
  const before = (await kept('applications')).filter(({ state }) => state === 'open').length;
  for (let count = 0; count < 22; count += 1) await apply(await newcomer(), base);
  const ids = await idsBefore('bureau');
  expect(ids).toHaveLength(before + 22);
  expect(new Set(ids).size).toBe(ids.length);
});
