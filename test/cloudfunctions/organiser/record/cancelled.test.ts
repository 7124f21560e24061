import { compileBulletin } from '#shared/contract/bulletin/compile-bulletin';
import { openBulletin } from '#shared/contract/bulletin/open-bulletin';
import { listNotices } from '#shared/contract/notice/list-notices';
import { checkIn } from '#shared/contract/public/check-in';
import { listActivities } from '#shared/contract/public/list-activities';
import { openHome } from '#shared/contract/public/open-home';
import { readActivity } from '#shared/contract/public/read-activity';
import { readSnapshot } from '#shared/contract/public/read-snapshot';
import { saveReminder } from '#shared/contract/public/save-reminder';
import { acceptRecord } from '#shared/contract/record/accept-record';
import { cancelRecord } from '#shared/contract/record/cancel-record';
import { returnRecord } from '#shared/contract/record/return-record';
import { saveActivity } from '#shared/contract/record/save-activity';
import { withdrawRecord } from '#shared/contract/record/withdraw-record';
import type { Activity } from '#shared/record/activity';
import type { DayPart, WeekPart } from '#shared/snapshot/public-snapshot';
import { october, octoberDay } from '../../../shared/example-records';
import { compile, leftOutOf, recordsIn } from '../../support/compile';
import { changeOf, log } from '../../support/log-form';
import { accept } from '../../support/records';
import {
  get,
  keptAs,
  messagesSent,
  openidOf,
  refused,
  runTheCloud,
  stopClockAt,
  wakeTheTimer,
} from '../../support/running-cloud';
import { anActivityWithItsCode } from '../../support/venue-code';

runTheCloud();

beforeEach(() => stopClockAt(october('10 10:00')));

const reason = '场地停电，活动取消';
const onThe12th = { firstDay: octoberDay('12'), lastDay: octoberDay('12'), headcount: null } as const;

async function cancel({ id, revision }: Pick<Activity, 'id' | 'revision'>, person = 'organiser') {
  return (await get(person, cancelRecord, { id, revision, reason })).activity;
}

async function listedOn(day: string) {
  return (await get('visitor', listActivities, { day, after: null })).activities;
}

describe('an activity that is called off', () => {
  test('is seen by the public as cancelled, with the reason, and is counted by nothing they read', async () => {
    const { id, revision } = await log('organiser', onThe12th);
    const { total } = await get('visitor', openHome, {});
    await cancel({ id, revision });
    const card = (await listedOn(octoberDay('12'))).find((each) => each.id === id);
    expect(card?.cancelled).toMatchObject({ at: october('10 10:00'), reason });
    expect((await get('visitor', readActivity, { id })).activity.cancelled?.reason).toBe(reason);
    expect((await get('visitor', openHome, {})).total).toBe(total - 1);

    await wakeTheTimer();
    const { parts } = await get('visitor', readSnapshot, {});
    const read = async <Part>(part: string) => {
      const url = parts.find((each) => each.part === part)?.url ?? '';
      return (await (await fetch(url)).json()) as Part;
    };
    const { activities } = await read<DayPart>(octoberDay('12'));
    expect(activities.find((each) => each.id === id)?.cancelled?.reason).toBe(reason);
    expect((await read<WeekPart>('week')).total).toBe(total - 1);
  });

  test('is seen until the edition ends, and not after', async () => {
    const { id, revision } = await log('organiser', { ...onThe12th, name: '到活动周结束仍显示' });
    await cancel({ id, revision });
    await stopClockAt(october('15 23:59'));
    await wakeTheTimer();
    expect((await get('visitor', readActivity, { id })).activity.id).toBe(id);
    await stopClockAt(october('16 00:00'));
    await wakeTheTimer();
    expect(await refused('visitor', readActivity, { id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await keptAs('activities', id)).toMatchObject({ state: 'cancelled', cancelled: { reason } });
  });

  test('was accepted before, and is in no table: the sheet of what is left out says that it is cancelled', async () => {
    const activity = await log('organiser', { name: '通过以后取消的活动' });
    const revision = await accept('activity', activity);
    await cancel({ id: activity.id, revision }, 'city');
    const summary = await compile('city');
    expect((await recordsIn(summary)).map(({ id }) => id)).not.toContain(activity.id);
    expect((await leftOutOf(summary)).find(({ id }) => id === activity.id)?.reason).toBe('cancelled');
  });

  test('by its reviewer is told to its unit', async () => {
    const { id, revision, name } = await log('organiser', { ...onThe12th, name: '审核单位取消的活动' });
    await cancel({ id, revision }, 'city');
    const { notices } = await get('organiser', listNotices, {});
    const told = notices.find(({ about }) => about.id === id);
    expect(told).toMatchObject({ kind: 'activity-cancelled', about: { name }, note: reason });
  });

  test('is not changed, accepted, returned, withdrawn or cancelled again', async () => {
    const activity = await cancel(await log('organiser', { ...onThe12th, name: '已取消不再改动' }));
    const { id, revision } = activity;
    const record = { kind: 'activity', id, revision } as const;
    const frozen = { code: 'FROZEN', details: { state: 'cancelled' } };
    expect(await refused('organiser', saveActivity, changeOf(activity, { district: '越秀区' }))).toEqual(
      frozen,
    );
    expect(await refused('city', acceptRecord, record)).toEqual(frozen);
    const wrong = { ...record, reason: '请核对', fields: ['headcount'] };
    expect(await refused('city', returnRecord, wrong)).toEqual(frozen);
    expect(await refused('organiser', withdrawRecord, { ...record, reason: '误报' })).toEqual(frozen);
    expect(await refused('organiser', cancelRecord, { id, revision, reason })).toEqual(frozen);
  });

  test('has been held once its last day is over: then it is refused, and nothing is lost', async () => {
    const { id, revision } = await log('organiser', { name: '已经办完的活动' });
    await stopClockAt(october('11 00:00'));
    expect(await refused('organiser', cancelRecord, { id, revision, reason })).toMatchObject({
      code: 'DEADLINE_PASSED',
      details: { what: 'cancelling', closedAt: october('11 00:00') },
    });
    expect(await keptAs('activities', id)).toMatchObject({ state: 'reported' });
  });

  test('takes nobody’s check-in', async () => {
    const { id, code } = await anActivityWithItsCode();
    const { revision } = (await keptAs('activities', id)) as unknown as Activity;
    await cancel({ id, revision });
    expect(await refused('visitor', checkIn, { code })).toEqual({
      code: 'FROZEN',
      details: { state: 'cancelled' },
    });
  });

  test('is told to those who were to be reminded of it, at once and instead', async () => {
    const { id, revision } = await log('organiser', { ...onThe12th, name: '有人订了提醒的活动' });
    await get('visitor', saveReminder, { activityId: id, isAccepted: true });
    await cancel({ id, revision });
    await wakeTheTimer();
    const own = async () => (await messagesSent()).filter(({ touser }) => touser === openidOf('visitor'));
    expect(await own()).toHaveLength(1);
    expect(JSON.stringify(await own())).toContain('活动已取消');
    await stopClockAt(october('12 08:00'));
    await wakeTheTimer();
    expect(await own()).toHaveLength(1);
  });
});

describe('bulletins', () => {
  test('that are open lose what is called off', async () => {
    const day = octoberDay('10');
    const logged = await log('organiser', { name: '收报时取消的活动' }, { bulletin: 'report' });
    await cancel(logged);
    const { bulletin } = await get('bureau', openBulletin, { day });
    expect(bulletin.printed.map(({ name }) => name)).not.toContain('收报时取消的活动');
  });

  test('that have printed it stay, and the next one tells that it is cancelled, and why', async () => {
    await stopClockAt(october('11 10:00'));
    const evening = { firstDay: octoberDay('11'), lastDay: octoberDay('11'), startTime: '19:00' } as const;
    const typed = { ...evening, endTime: '21:00', name: '简报登过以后取消的活动' };
    const { id, revision } = await log('organiser', typed, { bulletin: 'report' });
    await stopClockAt(october('11 16:01'));
    await wakeTheTimer();
    await cancel({ id, revision });
    await stopClockAt(october('12 16:01'));
    await get('bureau', compileBulletin, { day: octoberDay('12') });
    const { bulletin } = await get('bureau', openBulletin, { day: octoberDay('12') });
    expect(bulletin.corrections.find(({ name }) => name === typed.name)).toMatchObject({
      saidOn: octoberDay('11'),
      differences: [{ field: '活动', said: '已刊登', now: '已取消' }],
      reasons: [reason],
    });
  });
});

describe('an activity that is put off', () => {
  test('shows the public when it was to be held and when it is, and reminds of the new time', async () => {
    const before = await log('organiser', { ...onThe12th, name: '改期举办的活动' });
    await get('visitor', saveReminder, { activityId: before.id, isAccepted: true });
    const moved = {
      firstDay: octoberDay('14'),
      lastDay: octoberDay('14'),
      startTime: '14:00',
      endTime: '16:00',
    };
    const change = changeOf(before, moved);
    const { activity } = await get('organiser', saveActivity, change);
    const was = {
      firstDay: octoberDay('12'),
      lastDay: octoberDay('12'),
      startTime: '09:00',
      endTime: '11:30',
    };
    expect(activity.postponedFrom).toEqual(was);
    const card = (await listedOn(octoberDay('14'))).find(({ id }) => id === before.id);
    expect(card).toMatchObject({ firstDay: octoberDay('14'), postponedFrom: was, cancelled: null });
    await wakeTheTimer();
    await stopClockAt(october('14 12:59'));
    await wakeTheTimer();
    const own = async () =>
      (await messagesSent()).filter(
        ({ touser, data }) => touser === openidOf('visitor') && JSON.stringify(data).includes('改期举办'),
      );
    expect(await own()).toEqual([]);
    await stopClockAt(october('14 13:00'));
    await wakeTheTimer();
    expect(await own()).toHaveLength(1);
  });
});
