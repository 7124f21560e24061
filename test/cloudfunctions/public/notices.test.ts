import { listNotices } from '#shared/contract/notice/list-notices';
import { seeNotices } from '#shared/contract/notice/see-notices';
import { applyForMembership } from '#shared/contract/people/apply-for-membership';
import { decideApplication } from '#shared/contract/people/decide-application';
import { resumeMember } from '#shared/contract/people/resume-member';
import { saveSubscription } from '#shared/contract/people/save-subscription';
import { suspendMember } from '#shared/contract/people/suspend-member';
import { returnRecord } from '#shared/contract/record/return-record';
import type { Notice } from '#shared/notice/notice';
import { unitNamed } from '../../../local/demo/units';
import { october } from '../../shared/example-records';
import { log } from '../support/log-form';
import { joined, newcomer } from '../support/newcomer';
import {
  addPerson,
  get,
  messagesSent,
  openidOf,
  putDocuments,
  refused,
  runTheCloud,
  stopClockAt,
  wakeTheTimer,
  type PersonId,
} from '../support/running-cloud';

runTheCloud();
beforeEach(() => stopClockAt(october('10 10:00')));

const base = unitNamed('演示双创示范基地').id;

async function returned(name: string): Promise<void> {
  const { id, revision } = await log('organiser', { name });
  await get('city', returnRecord, { kind: 'activity', id, revision, reason: '人数不对', fields: [] });
}

async function namesBefore(person: PersonId): Promise<string[]> {
  return (await get(person, listNotices, {})).notices.map(({ about }) => about.name);
}

async function idOf(person: PersonId, name: string): Promise<string> {
  const found = (await get(person, listNotices, {})).notices.find(({ about }) => about.name === name);
  if (found === undefined) throw new Error(`${person} was not told of ${name}`);
  return found.id;
}

/** A notice that is there, as what tells it would have kept it. */
async function putNotice(id: string, to: string, name: string): Promise<void> {
  const about: Notice['about'] = { kind: 'edition', id: '2018', name };
  const told = {
    kind: 'dates-changed',
    about,
    note: '原为 10 月 15 日，现为 10 月 16 日。',
    at: october('10 09:00'),
  };
  await putDocuments('notices', [{ _id: id, to, ...told, stands: true, seenBy: [] }]);
}

test('a unit is told that its record came back, and of what, until one of its members has seen it', async () => {
  const { person: colleague } = await joined('organiser', base, 'organiser');
  await returned('数字化转型政策宣讲会');
  const { notices } = await get(colleague, listNotices, {});
  expect(notices[0]).toMatchObject({
    kind: 'returned',
    about: { kind: 'activity', name: '数字化转型政策宣讲会' },
    note: '人数不对',
    units: [{ unitId: base, unitName: '演示双创示范基地' }],
  });
  await get('organiser', seeNotices, { ids: [await idOf('organiser', '数字化转型政策宣讲会')] });
  expect(await namesBefore(colleague)).not.toContain('数字化转型政策宣讲会');
});

test('nobody else reads it, and nobody else says that it was seen', async () => {
  await returned('绿色制造对接会');
  const ids = [await idOf('organiser', '绿色制造对接会')];
  for (const person of ['visitor', 'city', 'shenzhen-organiser']) {
    expect(await namesBefore(person)).not.toContain('绿色制造对接会');
    expect(await refused(person, seeNotices, { ids })).toEqual({
      code: 'NOT_FOUND',
      details: { what: 'notice' },
    });
  }
  expect(await namesBefore('organiser')).toContain('绿色制造对接会');
});

test('seeing it again changes nothing', async () => {
  await returned('专利导航公益讲座');
  const ids = [await idOf('organiser', '专利导航公益讲座')];
  await get('organiser', seeNotices, { ids });
  expect(await get('organiser', seeNotices, { ids })).toEqual({ ids });
});

test('a notice to a person is his, member or not', async () => {
  const person = await newcomer();
  await putNotice('to-a-person', `person ${openidOf(person)}`, '成员身份');
  expect((await get(person, listNotices, {})).notices).toMatchObject([{ id: 'to-a-person', units: [] }]);
  await get(person, seeNotices, { ids: ['to-a-person'] });
  expect(await namesBefore(person)).toEqual([]);
});

test('a notice to a city stands for each of its units until that unit has seen it', async () => {
  await addPerson('other-base', { unitId: 'other', unitName: '另一基地', city: '广州', role: 'organiser' });
  await putNotice('to-guangzhou', 'city 广州', '本届活动周');
  await get('organiser', seeNotices, { ids: ['to-guangzhou'] });
  expect(await namesBefore('organiser')).not.toContain('本届活动周');
  expect(await namesBefore('other-base')).toContain('本届活动周');
  expect(await namesBefore('shenzhen-organiser')).not.toContain('本届活动周');
});

test('a notice to all members is for no visitor', async () => {
  await putNotice('to-all', 'all-members', '全体成员');
  expect(await namesBefore('shenzhen-organiser')).toContain('全体成员');
  expect(await namesBefore('visitor')).not.toContain('全体成员');
});

test('who saved up a message gets one besides, once', async () => {
  const { person } = await joined('organiser', base, 'organiser');
  await wakeTheTimer();
  await get(person, saveSubscription, { message: 'returned', isAccepted: true });
  await returned('融资路演专场');
  await wakeTheTimer();
  await wakeTheTimer();
  const toPerson = (await messagesSent()).filter(({ touser }) => touser === openidOf(person));
  expect(toPerson).toMatchObject([
    {
      templateId: 'demo-template-returned',
      data: { thing1: { value: '融资路演专场' }, thing3: { value: '人数不对' } },
    },
  ]);
});

describe('a person is told what became of his place in a unit', () => {
  async function told(person: PersonId) {
    const { notices } = await get(person, listNotices, {});
    return notices.map(({ kind, about, note }) => [kind, about.name, note]);
  }

  test('that it was taken from him, though he is nobody’s member then, and that he has it back', async () => {
    const { person, membership } = await joined('organiser', base, 'organiser');
    await get('city', suspendMember, { membershipId: membership.id });
    expect(await told(person)).toEqual([['membership-ended', '演示双创示范基地', '']]);
    await stopClockAt(october('10 10:05'));
    await get('city', resumeMember, { membershipId: membership.id });
    expect((await told(person))[0]).toContain('membership-resumed');
  });

  test('that his application was taken, or was not, and why', async () => {
    const applicant = async () => {
      const person = await newcomer();
      const asked = { unitId: base, alias: '小陈', note: '' };
      return { person, id: (await get(person, applyForMembership, asked)).application.id };
    };
    const [taken, not] = [await applicant(), await applicant()];
    await get('city', decideApplication, { id: taken.id, decision: { result: 'approved' } });
    await get('city', decideApplication, {
      id: not.id,
      decision: { result: 'declined', reason: '不是本单位人员' },
    });
    expect((await told(taken.person))[0]).toEqual(['membership-began', '演示双创示范基地', '']);
    expect(await told(not.person)).toEqual([['membership-declined', '演示双创示范基地', '不是本单位人员']]);
  });
});
