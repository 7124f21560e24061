import { addFollowUp } from '#shared/contract/record/add-follow-up';
import { openRecord } from '#shared/contract/record/open-record';
import { saveShowcase } from '#shared/contract/record/showcase';
import { withdrawRecord } from '#shared/contract/record/withdraw-record';
import { october } from '../../../shared/example-records';
import { logShowcase } from '../../support/records';
import { addPerson, ask, get, keptAs, refused, runTheCloud, stopClockAt } from '../../support/running-cloud';
import { showcaseDraft } from '../../../shared/example-drafts';

runTheCloud();

beforeEach(() => stopClockAt(october('10 10:00')));

const followUp = { day: '2018-11-20', kind: '融资对接', unit: '省再担保公司', note: '授信三百万元。' };

test('services are written down by the unit and its reviewers, in order, and only added', async () => {
  const { id, revision } = await logShowcase('organiser');
  await get('organiser', addFollowUp, { id, followUp });
  await get('city', addFollowUp, { id, followUp: { ...followUp, kind: '上门辅导' } });
  await get('bureau', addFollowUp, { id, followUp: { ...followUp, kind: '法律咨询' } });
  const record = await keptAs('showcases', id);
  expect(record).toMatchObject({
    revision,
    followUps: [
      { ...followUp, addedBy: '演示双创示范基地', addedAt: october('10 10:00') },
      { kind: '上门辅导', addedBy: '广州市工业和信息化委员会' },
      { kind: '法律咨询', addedBy: '广东省中小企业局' },
    ],
  });
  // A change of the showcase that was opened before leaves them all.
  const change = { change: { id, revision }, draft: { ...showcaseDraft, award: '金奖' } };
  await get('organiser', saveShowcase, change);
  expect((await keptAs('showcases', id)).followUps).toHaveLength(3);
});

test('two written down at once are both kept', async () => {
  const { id } = await logShowcase('organiser');
  await Promise.all(
    ['organiser', 'city', 'bureau'].map((person) => ask(person, addFollowUp, { id, followUp })),
  );
  const { kept: opened } = await get('organiser', openRecord, { kind: 'showcase', id });
  expect(opened).toMatchObject({ record: { followUps: [{}, {}, {}] } });
});

test('nobody else writes, and nothing is written on what is withdrawn', async () => {
  await addPerson('elsewhere', {
    unitId: 'unit-e',
    unitName: '别处示范基地',
    city: '广州',
    role: 'organiser',
  });
  const { id, revision } = await logShowcase('organiser');
  expect(await refused('elsewhere', addFollowUp, { id, followUp })).toEqual({
    code: 'FORBIDDEN',
    details: {},
  });
  await get('organiser', withdrawRecord, { kind: 'showcase', id, revision });
  expect(await refused('organiser', addFollowUp, { id, followUp })).toEqual({
    code: 'FROZEN',
    details: { state: 'withdrawn' },
  });
});

test('a showcase of a city that is not in the edition is refused', async () => {
  const input = { change: null, draft: { ...showcaseDraft, city: '长沙' } };
  expect(await refused('organiser', saveShowcase, input)).toMatchObject({
    code: 'INVALID_INPUT',
    details: { fields: [{ field: 'draft.city', problem: 'not-a-choice' }] },
  });
});
