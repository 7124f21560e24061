import { saveActivity } from '#shared/contract/record/save-activity';
import { withdrawRecord } from '#shared/contract/record/withdraw-record';
import type { Activity } from '#shared/record/activity';
import { october } from '../../../shared/example-records';
import { changeOf, log } from '../../support/log-form';
import { everythingKept, get, kept, refused, runTheCloud, stopClockAt } from '../../support/running-cloud';

runTheCloud();

const report = { bulletin: 'report' } as const;
const ninth = { firstDay: '2018-10-09', lastDay: '2018-10-09', startTime: '09:00', endTime: '21:30' };

async function entriesOf(activityId: string) {
  return (await kept('bulletin-entries')).filter((entry) => entry.activityId === activityId);
}

async function correctionsOf(activityId: string) {
  return (await kept('corrections')).filter((each) => each.activityId === activityId);
}

describe('a correction', () => {
  let activity: Activity;
  const name = '更正前的活动名称';

  beforeEach(async () => {
    await stopClockAt(october('09 09:00'));
    activity = await log('organiser', { ...ninth, name }, report);
    await stopClockAt(october('09 16:00'));
  });

  test('changes the record, leaves the entry, and keeps what was said, what is, why, when and whose', async () => {
    const { activity: changed } = await get(
      'organiser',
      saveActivity,
      changeOf(
        activity,
        { headcount: { count: 90, method: '签到表' } },
        { ...report, reason: '签到表漏计4人' },
      ),
    );
    expect(changed).toMatchObject({ headcount: { count: 90 }, revision: 2 });
    expect(await entriesOf(activity.id)).toMatchObject([{ headcount: 86, activityRevision: 1 }]);
    expect(await correctionsOf(activity.id)).toMatchObject([
      {
        day: '2018-10-09',
        listedOn: '2018-10-10',
        saidOn: '2018-10-09',
        unitId: 'unit-0',
        unitName: '演示双创示范基地',
        at: october('09 16:00'),
        reason: '签到表漏计4人',
        said: { headcount: 86 },
        now: { headcount: 90 },
      },
    ]);
  });

  test.each([['none'], ['keep-for-summary'], ['report']] as const)(
    'without a reason is refused at the reason, whatever is wished of the bulletin (%s), and nothing is stored',
    async (bulletin) => {
      const before = await everythingKept();
      const change = changeOf(activity, { name: '更正后的活动名称' }, { bulletin, reason: '   ' });
      expect(await refused('organiser', saveActivity, change)).toEqual({
        code: 'INVALID_INPUT',
        details: { fields: [{ field: 'reason', problem: 'required', limit: null }] },
      });
      expect(await everythingKept()).toEqual(before);
    },
  );

  test('is not what the bulletin does not print, nor what is changed one millisecond earlier', async () => {
    const { activity: changed } = await get(
      'organiser',
      saveActivity,
      changeOf(activity, { contact: '服务大厅' }, report),
    );
    await stopClockAt(october('09 15:59:59.999'));
    await get('organiser', saveActivity, changeOf(changed, { name: '截止前改名的活动' }, report));
    expect(await correctionsOf(activity.id)).toEqual([]);
    expect(await entriesOf(activity.id)).toMatchObject([{ name: '截止前改名的活动' }]);
  });

  test('is not a headcount that is filled in after the event', async () => {
    await stopClockAt(october('09 09:30'));
    const uncounted = await log('organiser', { ...ninth, headcount: null }, report);
    await stopClockAt(october('09 20:00'));
    const { activity: counted } = await get(
      'organiser',
      saveActivity,
      changeOf(uncounted, { headcount: { count: 120, method: '签到表' } }, report),
    );
    expect(counted).toMatchObject({ state: 'reported', headcount: { count: 120 } });
    expect(await correctionsOf(uncounted.id)).toEqual([]);
    expect(await entriesOf(uncounted.id)).toMatchObject([{ headcount: null }]);
  });

  test('is the withdrawal of what was printed: with a reason, and the entry stays', async () => {
    const withdrawal = { kind: 'activity', id: activity.id, revision: activity.revision } as const;
    expect(await refused('organiser', withdrawRecord, withdrawal)).toEqual({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'reason', problem: 'required', limit: null }] },
    });
    await get('organiser', withdrawRecord, { ...withdrawal, reason: '活动取消' });
    expect(await entriesOf(activity.id)).toMatchObject([{ withdrawn: false }]);
    expect(await correctionsOf(activity.id)).toMatchObject([{ reason: '活动取消', now: null }]);
  });

  test('is not the withdrawal before the cut-off, which needs no reason and takes the entry back', async () => {
    await stopClockAt(october('09 15:59:59.999'));
    await get('organiser', withdrawRecord, { kind: 'activity', id: activity.id, revision: 1 });
    expect(await entriesOf(activity.id)).toMatchObject([{ withdrawn: true }]);
    expect(await correctionsOf(activity.id)).toEqual([]);
  });

  test('sent twice is kept once', async () => {
    const change = changeOf(activity, { name: '重复提交的更正' }, { ...report, reason: '名称有误' });
    const requestId = 'c'.repeat(32);
    const first = await get('organiser', saveActivity, change, requestId);
    expect(await get('organiser', saveActivity, change, requestId)).toEqual(first);
    expect(await correctionsOf(activity.id)).toHaveLength(1);
  });
});
