import { answerFeedback } from '#shared/contract/public/answer-feedback';
import { listFeedback } from '#shared/contract/public/list-feedback';
import { submitFeedback } from '#shared/contract/public/submit-feedback';
import { myMemberships } from '#shared/contract/people/my-memberships';
import { inviteMember } from '#shared/contract/people/invite-member';
import { suspendMember } from '#shared/contract/people/suspend-member';
import { openHome } from '#shared/contract/public/open-home';
import { acceptRecord } from '#shared/contract/record/accept-record';
import { openWorkbench } from '#shared/contract/record/open-workbench';
import { saveActivity } from '#shared/contract/record/save-activity';
import { submitSummary } from '#shared/contract/summary/submit-summary';
import { unitNamed } from '../../../local/demo/units';
import { october } from '../../shared/example-records';
import { log, logForm } from '../support/log-form';
import { join, joined, newcomer } from '../support/newcomer';
import { ask, get, kept, newRequestId, refused, runTheCloud, stopClockAt } from '../support/running-cloud';

runTheCloud();
beforeEach(() => stopClockAt(october('10 10:00')));

const base = unitNamed('演示双创示范基地').id;
const office = unitNamed('广州市工业和信息化委员会').id;
const bureau = unitNamed('广东省中小企业局').id;

/** Somebody who logs for the base and reviews for the city. */
async function memberOfTwo() {
  const { person, membership: logs } = await joined('organiser', base, 'organiser');
  await stopClockAt(october('10 10:01'));
  return { person, logs, reviews: await join(person, 'city', office, 'city') };
}

test('who has several memberships is asked which one acts, and what he typed is not lost by it', async () => {
  const { person, logs, reviews } = await memberOfTwo();
  const requestId = newRequestId();
  const form = logForm({ name: '选定身份后填报的活动' });
  expect(await refused(person, saveActivity, form, requestId)).toEqual({
    code: 'CHOOSE_MEMBERSHIP',
    details: {
      memberships: [
        { id: logs.id, unitName: '演示双创示范基地', role: 'organiser', city: '广州' },
        { id: reviews.id, unitName: '广州市工业和信息化委员会', role: 'city', city: '广州' },
      ],
    },
  });
  const { activity } = await get(person, saveActivity, form, requestId, logs.id);
  expect(activity).toMatchObject({ unitId: base, lastChange: { by: { role: 'organiser' } } });
});

test('his list of memberships gives the ids to choose by', async () => {
  const { person, logs, reviews } = await memberOfTwo();
  const { memberships } = await get(person, myMemberships, {});
  expect(memberships.map(({ id }) => id)).toEqual([logs.id, reviews.id]);
});

test('joining a second unit moves nothing: from then on he is asked, and his work stays where he says', async () => {
  const { person, membership } = await joined('organiser', base, 'organiser');
  expect((await get(person, openWorkbench, { after: null })).unit.id).toBe(base);
  await join(person, 'bureau', bureau, 'organiser');
  expect(await refused(person, openWorkbench, { after: null })).toMatchObject({ code: 'CHOOSE_MEMBERSHIP' });
  const bench = await get(person, openWorkbench, { after: null }, undefined, membership.id);
  expect(bench.unit.id).toBe(base);
});

test('of two roles in one unit the chosen one acts', async () => {
  const { person, membership: staff } = await joined('city', office, 'city');
  const logs = await join(person, 'city', office, 'organiser');
  const { id, revision } = await log('organiser');
  const accepting = { kind: 'activity', id, revision } as const;
  expect(await refused(person, acceptRecord, accepting, undefined, logs.id)).toEqual({
    code: 'FORBIDDEN',
    details: { what: 'membership' },
  });
  await get(person, acceptRecord, accepting, undefined, staff.id);
});

test('a membership that gives no right any more acts no more, and the other one does not take its place', async () => {
  const { person, logs } = await memberOfTwo();
  await get('city', suspendMember, { membershipId: logs.id });
  expect(await refused(person, saveActivity, logForm(), undefined, logs.id)).toEqual({
    code: 'FORBIDDEN',
    details: { what: 'membership' },
  });
});

test('the audit says as what he did it', async () => {
  const { person, logs, reviews } = await memberOfTwo();
  const { activity } = await get(person, saveActivity, logForm(), undefined, logs.id);
  await get(person, acceptRecord, { kind: 'activity', id: activity.id, revision: 1 }, undefined, reviews.id);
  const entries = (await kept('audit')).filter(({ changedIds }) =>
    JSON.stringify(changedIds).includes(activity.id),
  );
  const ofPerson = entries.filter(({ openid }) => openid !== null);
  expect(ofPerson.map(({ action, unitId, role }) => [action, unitId, role]).sort()).toEqual([
    ['acceptRecord', office, 'city'],
    ['saveActivity', base, 'organiser'],
  ]);
});

test('one request is one membership’s: sent again as another it is not answered as done', async () => {
  const { person, logs, reviews } = await memberOfTwo();
  const requestId = newRequestId();
  const { activity } = await get(person, saveActivity, logForm(), requestId, logs.id);
  expect((await get(person, saveActivity, logForm(), requestId, logs.id)).activity.id).toBe(activity.id);
  expect(await refused(person, saveActivity, logForm(), requestId, reviews.id)).toMatchObject({
    code: 'DUPLICATE',
  });
});

test('for what the public reads nobody is asked', async () => {
  const { person } = await memberOfTwo();
  expect(await ask(person, openHome, {})).toMatchObject({ ok: true });
});

describe('an editor of the column', () => {
  const service = () => unitNamed('广东省中小企业局').id;

  test('is appointed by the bureau, and by nobody else', async () => {
    for (const person of ['organiser', 'city', 'shenzhen-city'])
      expect(await refused(person, inviteMember, { unitId: base, role: 'editor' })).toMatchObject({
        code: 'FORBIDDEN',
      });
    const { membership } = await joined('bureau', service(), 'editor');
    expect(membership).toMatchObject({ role: 'editor' });
  });

  test('answers what the public suggests', async () => {
    const { person } = await joined('bureau', service(), 'editor');
    const written = { text: '希望增加线上活动。', page: 'pages/home/index' };
    const { id } = await get(await newcomer(), submitFeedback, written);
    const { feedback } = await get(person, listFeedback, { isAnswered: false, before: null });
    expect(feedback.map((each) => each.id)).toContain(id);
    await get(person, answerFeedback, { id, revision: 1, text: '已转各市。' });
  });

  test('accepts, logs and submits nothing', async () => {
    const { person } = await joined('bureau', service(), 'editor');
    const { id, revision } = await log('organiser');
    const refusals = await Promise.all([
      refused(person, acceptRecord, { kind: 'activity', id, revision }),
      refused(person, saveActivity, logForm()),
      refused(person, submitSummary, { summaryId: 's' }),
    ]);
    for (const refusal of refusals)
      expect(refusal).toEqual({ code: 'NO_MEMBERSHIP', details: { isMember: true, isAsleep: false } });
  });
});
