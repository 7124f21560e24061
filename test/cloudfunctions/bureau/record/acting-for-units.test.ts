import { listNotices } from '#shared/contract/notice/list-notices';
import { listActivities } from '#shared/contract/public/list-activities';
import { openLogForm } from '#shared/contract/record/open-log-form';
import { openWorkbench } from '#shared/contract/record/open-workbench';
import { openReporting } from '#shared/contract/record/open-reporting';
import { returnRecord } from '#shared/contract/record/return-record';
import { savePolicy } from '#shared/contract/record/policy';
import { saveActivity } from '#shared/contract/record/save-activity';
import { withdrawRecord } from '#shared/contract/record/withdraw-record';
import { closeUnit } from '#shared/contract/unit/close-unit';
import { saveUnit } from '#shared/contract/unit/save-unit';
import { october, octoberDay } from '../../../shared/example-records';
import { policyDraft } from '../../../shared/example-drafts';
import { changeOf, log, logForm } from '../../support/log-form';
import { joined } from '../../support/newcomer';
import { accept } from '../../support/records';
import { get, refused, runTheCloud, stopClockAt } from '../../support/running-cloud';

runTheCloud();
beforeEach(() => stopClockAt(october('10 10:00')));

const made = { units: 0 };

/** A platform of Guangzhou, without a member. */
async function platform(city = '广州') {
  made.units += 1;
  const fields = { name: `不上网的平台${made.units}`, kind: '示范平台', city, parentId: null } as const;
  return (await get('bureau', saveUnit, { change: null, unit: fields })).unit;
}

describe('what a reviewer enters for a unit', () => {
  test('is the unit’s, with both names, and counts as the unit’s', async () => {
    const unit = await platform();
    const { activity } = await get('city', saveActivity, logForm({}, { forUnitId: unit.id }));
    expect(activity).toMatchObject({
      unitId: unit.id,
      unitName: unit.name,
      unitCity: '广州',
      enteredBy: { unitName: '广州市工业和信息化委员会', role: 'city' },
    });
    const { units } = await get('city', openReporting, { span: 'week' });
    expect(units.find(({ unitId }) => unitId === unit.id)).toMatchObject({ status: 'has-content' });
  });

  test('is public: a person has looked at it', async () => {
    const { id } = await platform();
    const { activity } = await get('bureau', saveActivity, logForm({}, { forUnitId: id }));
    const list = await get('visitor', listActivities, { day: octoberDay('10'), after: null });
    expect(list.activities.map((each) => each.id)).toContain(activity.id);
  });

  test('is told to the unit, and stands on its workbench', async () => {
    const unit = await platform();
    const { person } = await joined('city', unit.id, 'organiser');
    const { record } = await get('city', savePolicy, {
      change: null,
      draft: policyDraft,
      forUnitId: unit.id,
    });
    const { activity } = await get('city', saveActivity, logForm({}, { forUnitId: unit.id }));
    const { notices } = await get(person, listNotices, {});
    expect(notices.map(({ kind, about, note }) => [kind, about.id, note])).toEqual(
      expect.arrayContaining([
        ['entered', record.id, '广州市工业和信息化委员会'],
        ['entered', activity.id, '广州市工业和信息化委员会'],
      ]),
    );
    expect((await get(person, openWorkbench, { after: null })).activities).toHaveLength(1);
  });

  test('is changed and withdrawn by the reviewer, and by the unit', async () => {
    const unit = await platform();
    const { person } = await joined('city', unit.id, 'organiser');
    const { activity } = await get(
      'city',
      saveActivity,
      logForm({ headcount: null }, { forUnitId: unit.id }),
    );
    const counted = changeOf(activity, { headcount: { count: 30, method: '签到表' } });
    const { activity: again } = await get('city', saveActivity, counted);
    expect(again).toMatchObject({ unitId: unit.id, state: 'reported', enteredBy: { role: 'city' } });
    const { activity: own } = await get(person, saveActivity, changeOf(again, { venue: '三楼' }));
    expect(own.lastChange?.by?.unitId).toBe(unit.id);
    await get('city', withdrawRecord, { kind: 'activity', id: own.id, revision: own.revision });
  });

  test('opens in the log form with the unit’s name', async () => {
    const { id, name } = await platform();
    const form = await get('city', openLogForm, { id: null, forUnitId: id });
    expect(form.unit).toEqual({ id, name, city: '广州' });
  });
});

test('nobody enters for a unit that he does not reach, and a unit for none', async () => {
  const { id } = await platform();
  const form = logForm({}, { forUnitId: id });
  for (const person of ['shenzhen-city', 'organiser', 'shenzhen-organiser'])
    expect(await refused(person, saveActivity, form)).toMatchObject({ code: 'FORBIDDEN' });
});

test('what a unit handed in itself its reviewer does not change for it', async () => {
  const activity = await log('organiser');
  expect(await refused('city', saveActivity, changeOf(activity, { venue: '二楼' }))).toMatchObject({
    code: 'FORBIDDEN',
  });
  const withdrawal = { kind: 'activity', id: activity.id, revision: 1 } as const;
  expect(await refused('bureau', withdrawRecord, withdrawal)).toMatchObject({ code: 'FORBIDDEN' });
});

describe('the records of a unit that is closed', () => {
  test('are accepted, returned, mended and withdrawn by its reviewer: none is stranded', async () => {
    const unit = await platform();
    const { person } = await joined('city', unit.id, 'organiser');
    const [one, two, three] = [await log(person), await log(person), await log(person)];
    await get('city', closeUnit, { id: unit.id, revision: unit.revision });
    await accept('activity', one);
    const returning = { kind: 'activity' as const, id: two.id, revision: 1, reason: '人数不对', fields: [] };
    const { revision } = await get('city', returnRecord, returning);
    const mended = changeOf({ ...two, revision }, { headcount: { count: 9, method: '签到表' } });
    expect((await get('city', saveActivity, mended)).activity).toMatchObject({
      unitId: unit.id,
      state: 'reported',
    });
    await get('city', withdrawRecord, { kind: 'activity', id: three.id, revision: 1 });
    expect(await refused('shenzhen-city', saveActivity, changeOf(one))).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('get no new one', async () => {
    const { id, revision } = await platform();
    await get('city', closeUnit, { id, revision });
    expect(await refused('city', saveActivity, logForm({}, { forUnitId: id }))).toEqual({
      code: 'FROZEN',
      details: { state: 'unit-closed' },
    });
  });
});
