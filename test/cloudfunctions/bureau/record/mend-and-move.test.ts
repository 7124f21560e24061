import { listNotices } from '#shared/contract/notice/list-notices';
import { openBulletin } from '#shared/contract/bulletin/open-bulletin';
import { mendRecord } from '#shared/contract/record/mend-record';
import { moveRecord } from '#shared/contract/record/move-record';
import { openWorkbench } from '#shared/contract/record/open-workbench';
import { closeUnit } from '#shared/contract/unit/close-unit';
import { saveUnit } from '#shared/contract/unit/save-unit';
import { october, octoberDay } from '../../../shared/example-records';
import { log } from '../../support/log-form';
import { joined } from '../../support/newcomer';
import { accept, logPolicy } from '../../support/records';
import { answerOf, get, kept, keptAs, refused, runTheCloud, stopClockAt } from '../../support/running-cloud';

runTheCloud();
beforeEach(() => stopClockAt(october('10 10:00')));
afterEach(() => answerOf('security.msgSecCheck', null));

const made = { units: 0 };

/** A platform whose records wait to be released, and somebody who logs for it. */
async function platform(city = '广州') {
  made.units += 1;
  const fields = { name: `新平台${made.units}`, kind: '示范平台', city, parentId: null } as const;
  const { unit } = await get('bureau', saveUnit, { change: null, unit: fields });
  return { unit, ...(await joined('bureau', unit.id, 'organiser')) };
}

const referenceOf = ({ id, revision }: { id: string; revision: number }) =>
  ({ kind: 'activity', id, revision }) as const;

describe('a slip in what a unit has handed in', () => {
  test('is mended by its reviewer; both names stand, and the unit is told what was mended', async () => {
    const { unit, person } = await platform();
    const activity = await log(person, { venue: '一楼抱告厅' });
    const texts = [{ field: 'venue', text: '一楼报告厅' }];
    await get('city', mendRecord, { ...referenceOf(activity), texts });
    expect(await keptAs('activities', activity.id)).toMatchObject({
      venue: '一楼报告厅',
      unitName: unit.name,
      state: 'reported',
      revision: 2,
      lastChange: { by: { unitName: '广州市工业和信息化委员会' }, reason: '改正错字' },
    });
    expect((await get(person, listNotices, {})).notices).toMatchObject([
      { kind: 'mended', about: { id: activity.id }, note: '“一楼抱告厅”改为“一楼报告厅”' },
    ]);
  });

  test('is mended in the bulletin that is still open', async () => {
    const { person } = await platform();
    const activity = await log(person, { name: '创业政测宣讲会' }, { bulletin: 'report' });
    const texts = [{ field: 'name', text: '创业政策宣讲会' }];
    await get('city', mendRecord, { ...referenceOf(activity), texts });
    const entries = (await kept('bulletin-entries')).filter(({ activityId }) => activityId === activity.id);
    expect(entries).toMatchObject([{ name: '创业政策宣讲会', receivedAt: october('10 10:00') }]);
    expect((await get('bureau', openBulletin, { day: octoberDay('10') })).stage).toBe('collecting');
  });

  test('is not mended once a closed bulletin has it: that is a correction', async () => {
    const { person } = await platform();
    const activity = await log(person, { name: '融资对接会专场' }, { bulletin: 'report' });
    await stopClockAt(october('10 16:00'));
    const texts = [{ field: 'name', text: '融资对接专场会' }];
    expect(await refused('city', mendRecord, { ...referenceOf(activity), texts })).toEqual({
      code: 'FROZEN',
      details: { state: 'in-closed-bulletin' },
    });
  });

  test('is not mended behind the public’s back, nor after it was accepted', async () => {
    const shown = await log('organiser');
    const texts = [{ field: 'venue', text: '二楼报告厅' }];
    expect(await refused('city', mendRecord, { ...referenceOf(shown), texts })).toMatchObject({
      details: { state: 'already-public' },
    });
    const policy = await logPolicy('organiser');
    const revision = await accept('policy', policy);
    const mending = { kind: 'policy' as const, id: policy.id, revision };
    const words = [{ field: 'name', text: '关于促进创业的若干政策' }];
    expect(await refused('city', mendRecord, { ...mending, texts: words })).toMatchObject({
      details: { state: 'accepted' },
    });
  });

  test('is a slip in words: no figure, no day and no link is changed so, and no text taken away or added', async () => {
    const { person } = await platform();
    const activity = await log(person);
    const texts = [
      { field: 'headcount', text: '100' },
      { field: 'firstDay', text: '2018-10-11' },
      { field: 'link', text: 'https://example.org' },
      { field: 'contact', text: '020' },
      { field: 'venue', text: ' ' },
    ];
    expect(await refused('city', mendRecord, { ...referenceOf(activity), texts })).toMatchObject({
      code: 'INVALID_INPUT',
      details: {
        fields: [
          { field: 'texts.0.field', problem: 'not-a-choice' },
          { field: 'texts.1.field', problem: 'not-a-choice' },
          { field: 'texts.2.field', problem: 'not-a-choice' },
          { field: 'texts.3.field', problem: 'not-a-choice' },
          { field: 'texts.4.text', problem: 'required' },
        ],
      },
    });
  });

  test('passes the content check like any words', async () => {
    const { person } = await platform();
    const activity = await log(person);
    await answerOf('security.msgSecCheck', { errcode: 0, result: { suggest: 'risky', label: 20001 } });
    const texts = [{ field: 'venue', text: '违规内容' }];
    expect(await refused('city', mendRecord, { ...referenceOf(activity), texts })).toMatchObject({
      code: 'CONTENT_REJECTED',
    });
  });

  test('is mended by nobody who does not review the unit', async () => {
    const { person } = await platform();
    const activity = await log(person);
    const texts = [{ field: 'venue', text: '二楼报告厅' }];
    const mending = { ...referenceOf(activity), texts };
    expect(await refused('shenzhen-city', mendRecord, mending)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused(person, mendRecord, mending)).toMatchObject({ code: 'NO_MEMBERSHIP' });
  });
});

describe('a record that belongs to another unit', () => {
  test('is moved there by who reviews both, with its state; both units are told', async () => {
    const [from, to] = [await platform(), await platform()];
    const activity = await log(from.person);
    const moving = { ...referenceOf(activity), toUnitId: to.unit.id, reason: '填错单位' };
    await get('city', moveRecord, moving);
    expect(await keptAs('activities', activity.id)).toMatchObject({
      unitId: to.unit.id,
      unitName: to.unit.name,
      state: 'reported',
      revision: 2,
    });
    expect((await get(to.person, openWorkbench, { after: null })).activities).toHaveLength(1);
    expect((await get(from.person, openWorkbench, { after: null })).activities).toEqual([]);
    for (const { person } of [from, to])
      expect((await get(person, listNotices, {})).notices).toMatchObject([
        { kind: 'moved', note: `由${from.unit.name}移到${to.unit.name}：填错单位` },
      ]);
  });

  test('keeps in the bulletins the name it was received under', async () => {
    const [from, to] = [await platform(), await platform()];
    const activity = await log(from.person, {}, { bulletin: 'report' });
    await get('city', moveRecord, { ...referenceOf(activity), toUnitId: to.unit.id, reason: '填错单位' });
    const entries = (await kept('bulletin-entries')).filter(({ activityId }) => activityId === activity.id);
    expect(entries).toMatchObject([{ unitId: from.unit.id }]);
  });

  test('is moved out of a unit that is closed, and into none', async () => {
    const [from, to] = [await platform(), await platform()];
    const activity = await log(from.person);
    await get('city', closeUnit, { id: from.unit.id, revision: from.unit.revision });
    await get('city', moveRecord, { ...referenceOf(activity), toUnitId: to.unit.id, reason: '单位已停用' });
    const back = { ...referenceOf({ ...activity, revision: 2 }), toUnitId: from.unit.id, reason: '退回原处' };
    expect(await refused('city', moveRecord, back)).toMatchObject({ details: { state: 'unit-closed' } });
  });

  test('is moved over no border by a city, and by the bureau over any', async () => {
    const [from, abroad] = [await platform(), await platform('深圳')];
    const activity = await log(from.person);
    const moving = { ...referenceOf(activity), toUnitId: abroad.unit.id, reason: '填错单位' };
    for (const person of ['city', 'shenzhen-city'])
      expect(await refused(person, moveRecord, moving)).toMatchObject({ code: 'FORBIDDEN' });
    await get('bureau', moveRecord, moving);
    expect(await keptAs('activities', activity.id)).toMatchObject({ unitCity: '深圳' });
  });
});
