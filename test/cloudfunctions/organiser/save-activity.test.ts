import { saveActivity } from '#shared/contract/save-activity';
import { october } from '../../shared/example-records';
import { changeOf, log, logForm } from '../support/log-form';
import { everythingKept, get, kept, refused, runTheCloud, stopClockAt } from '../support/running-cloud';

runTheCloud();

/** The bulletin entries of an activity, by day. */
async function entriesOf(activityId: string) {
  const entries = (await kept('bulletin-entries')).filter((entry) => entry.activityId === activityId);
  return entries.sort((one, other) => String(one.day).localeCompare(String(other.day)));
}

const report = { bulletin: 'report' } as const;

describe('the 16:00 rule, by the server’s clock', () => {
  test('a report at 15:59:59.999 is taken into the bulletin of the day', async () => {
    await stopClockAt(october('10 15:59:59.999'));
    const { id, bulletin, important } = await log('organiser', { firstDay: '2018-10-10' }, report);
    const receivedAt = october('10 15:59:59.999');
    expect({ bulletin, important }).toEqual({
      bulletin: { result: 'taken', day: '2018-10-10', receivedAt },
      important: true,
    });
    expect(await entriesOf(id)).toMatchObject([{ day: '2018-10-10', receivedAt, withdrawn: false }]);
  });

  test('a report at 16:00:00.000 is refused with the cut-off and the server’s time, and nothing is stored', async () => {
    await stopClockAt(october('10 16:00'));
    const before = await everythingKept();
    expect(await refused('organiser', saveActivity, logForm({}, report))).toEqual({
      code: 'CUTOFF_PASSED',
      details: { day: '2018-10-10', closedAt: october('10 16:00'), serverNow: october('10 16:00') },
    });
    expect(await everythingKept()).toEqual(before);
  });

  test('a refused report is then kept for the summary: important, and missed by the bulletin', async () => {
    await stopClockAt(october('10 16:00'));
    const { id, state, important, bulletin } = await log('organiser', {}, { bulletin: 'keep-for-summary' });
    expect({ state, important, bulletin }).toEqual({
      state: 'reported',
      important: true,
      bulletin: { result: 'missed', day: '2018-10-10' },
    });
    expect(await entriesOf(id)).toEqual([]);
  });

  test('who keeps for the summary before the cut-off is in the bulletin all the same', async () => {
    await stopClockAt(october('10 15:00'));
    const { bulletin } = await log('organiser', {}, { bulletin: 'keep-for-summary' });
    expect(bulletin).toEqual({ result: 'taken', day: '2018-10-10', receivedAt: october('10 15:00') });
  });

  test.each([
    ['10 16:00', '10 15:00', '2018-10-10'],
    ['10 16:00', '10 16:00', '2018-10-11'],
    ['10 16:00', '11 10:00', '2018-10-11'],
    ['11 09:00', '10 17:00', '2018-10-11'],
    ['11 09:00', '10 15:00', '2018-10-11'],
    ['15 19:00', '15 15:00', '2018-10-15'],
  ])('an activity of 10-%s that is reported 10-%s is in the bulletin of %s', async (starts, reported, day) => {
    await stopClockAt(october(reported));
    const [dayOfMonth = '', startTime = ''] = starts.split(' ');
    const onDay = `2018-10-${dayOfMonth}`;
    const typed = { firstDay: onDay, lastDay: onDay, startTime, endTime: '21:30' };
    const { id, bulletin } = await log('organiser', typed, report);
    expect(bulletin).toEqual({ result: 'taken', day, receivedAt: october(reported) });
    expect(await entriesOf(id)).toHaveLength(1);
  });

  test.each([
    ['10 09:00', '11 10:00', '2018-10-10'],
    ['10 19:00', '11 16:00', '2018-10-10'],
    ['15 19:00', '15 17:00', '2018-10-15'],
  ])('an activity of 10-%s that is reported 10-%s is too late for %s', async (starts, reported, day) => {
    await stopClockAt(october(reported));
    const [dayOfMonth = '', startTime = ''] = starts.split(' ');
    const onDay = `2018-10-${dayOfMonth}`;
    const typed = { firstDay: onDay, lastDay: onDay, startTime, endTime: '21:30' };
    expect(await refused('organiser', saveActivity, logForm(typed, report))).toMatchObject({
      code: 'CUTOFF_PASSED',
      details: { day },
    });
  });

  test('an activity of several days is in the bulletin of each day it is reported for, once', async () => {
    const week = { firstDay: '2018-10-09', lastDay: '2018-10-15' };
    await stopClockAt(october('09 10:00'));
    let activity = await log('organiser', week, report);
    for (const [now, bulletinDay] of [
      ['09 11:00', '2018-10-09'],
      ['12 10:00', '2018-10-12'],
      ['12 11:00', '2018-10-12'],
    ] as const) {
      await stopClockAt(october(now));
      const change = changeOf(activity, {}, { ...report, bulletinDay });
      ({ activity } = await get('organiser', saveActivity, change));
    }
    expect(await entriesOf(activity.id)).toMatchObject([
      { day: '2018-10-09', receivedAt: october('09 10:00') },
      { day: '2018-10-12', receivedAt: october('12 10:00') },
    ]);
  });

  test('an activity cannot be reported for a day that is not its own', async () => {
    await stopClockAt(october('10 10:00'));
    expect(
      await refused('organiser', saveActivity, logForm({}, { ...report, bulletinDay: '2018-10-12' })),
    ).toEqual({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'bulletinDay', problem: 'not-its-day', limit: null }] },
    });
  });

  test('a change inside the window changes the entry, which keeps the time of its first receipt', async () => {
    await stopClockAt(october('10 10:00'));
    const activity = await log('organiser', {}, report);
    await stopClockAt(october('10 15:59:59.999'));
    const changed = await get(
      'organiser',
      saveActivity,
      changeOf(activity, { name: '改名后的政策解读会', headcount: { count: 120, method: '签到表' } }, report),
    );
    expect(await entriesOf(activity.id)).toMatchObject([
      {
        name: '改名后的政策解读会',
        headcount: 120,
        receivedAt: october('10 10:00'),
        activityRevision: 2,
      },
    ]);
    expect(changed.activity.bulletin).toEqual(activity.bulletin);
  });

  test('a change after the window changes the record and not the entry', async () => {
    await stopClockAt(october('10 10:00'));
    const activity = await log('organiser', {}, report);
    const entries = await entriesOf(activity.id);
    await stopClockAt(october('10 16:00'));
    const changed = await get(
      'organiser',
      saveActivity,
      changeOf(activity, { headcount: { count: 9, method: '主办方估计' } }, report),
    );
    expect(changed.activity).toMatchObject({ headcount: { count: 9 }, bulletin: activity.bulletin });
    expect(await entriesOf(activity.id)).toEqual(entries);
  });

  test('what is no longer important leaves the bulletin before the cut-off, and stays in it after', async () => {
    await stopClockAt(october('10 10:00'));
    const [early, late] = [await log('organiser', {}, report), await log('organiser', {}, report)];
    const { activity } = await get('organiser', saveActivity, changeOf(early));
    expect(activity).toMatchObject({ important: false, bulletin: { result: 'none' } });
    expect(await entriesOf(early.id)).toMatchObject([{ withdrawn: true }]);

    await stopClockAt(october('10 16:00'));
    await get('organiser', saveActivity, changeOf(late));
    expect(await entriesOf(late.id)).toMatchObject([{ withdrawn: false }]);
  });
});
