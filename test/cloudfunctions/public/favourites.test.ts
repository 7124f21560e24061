import { listFavourites } from '#shared/contract/public/list-favourites';
import { saveFavourite } from '#shared/contract/public/save-favourite';
import { saveReminder } from '#shared/contract/public/save-reminder';
import { saveActivity } from '#shared/contract/record/save-activity';
import { october, octoberDay } from '../../shared/example-records';
import { changeOf, log } from '../support/log-form';
import {
  addPerson,
  answerOf,
  get,
  kept,
  loggedFailure,
  messagesSent,
  openidOf,
  refused,
  runTheCloud,
  stopClockAt,
  wakeTheTimer,
} from '../support/running-cloud';

runTheCloud();

beforeEach(() => stopClockAt(october('10 08:00')));
afterEach(() => answerOf('subscribeMessage.send', null));

const tomorrow = { firstDay: octoberDay('11'), lastDay: octoberDay('11'), headcount: null } as const;

async function messagesTo(person: string) {
  return (await messagesSent()).filter(({ touser }) => touser === openidOf(person));
}

describe('a favourite', () => {
  test('is in the person’s own list until it is taken out', async () => {
    const { id } = await log('organiser', tomorrow);
    await get('visitor', saveFavourite, { activityId: id, isFavourite: true });
    expect((await get('visitor', listFavourites, {})).activities.map((each) => each.id)).toContain(id);
    expect((await get('city', listFavourites, {})).activities).toEqual([]);
    await get('visitor', saveFavourite, { activityId: id, isFavourite: false });
    expect((await get('visitor', listFavourites, {})).activities.map((each) => each.id)).not.toContain(id);
  });

  test('twice is one', async () => {
    await addPerson('keen', null);
    const { id } = await log('organiser', tomorrow);
    for (let time = 0; time < 2; time += 1)
      await get('keen', saveFavourite, { activityId: id, isFavourite: true });
    expect((await get('keen', listFavourites, {})).activities).toHaveLength(1);
  });

  test('that is no longer shown is said to be gone', async () => {
    await addPerson('faithful', null);
    const activity = await log('organiser', tomorrow);
    await get('faithful', saveFavourite, { activityId: activity.id, isFavourite: true });
    await get('organiser', saveActivity, changeOf(activity, { isOpen: false }));
    expect(await get('faithful', listFavourites, {})).toEqual({ activities: [], gone: 1 });
  });

  test('of what the public does not see is refused', async () => {
    const { id } = await log('organiser', { ...tomorrow, isOpen: false });
    for (const activityId of [id, 'none'])
      expect(await refused('visitor', saveFavourite, { activityId, isFavourite: true })).toEqual({
        code: 'NOT_FOUND',
        details: { what: 'activity' },
      });
  });

  test('keeps no openid', async () => {
    expect(JSON.stringify(await kept('favourites'))).not.toContain(openidOf('visitor'));
  });
});

describe('a reminder', () => {
  test('comes once, an hour before, with what, when and where', async () => {
    await addPerson('punctual', null);
    const { id } = await log('organiser', tomorrow);
    expect(await get('punctual', saveReminder, { activityId: id, isAccepted: true })).toEqual({
      remindAt: october('11 08:00'),
    });
    await stopClockAt(october('11 07:59:59.999'));
    await wakeTheTimer();
    expect(await messagesTo('punctual')).toEqual([]);
    await stopClockAt(october('11 08:00'));
    await wakeTheTimer();
    await wakeTheTimer();
    expect(await messagesTo('punctual')).toMatchObject([
      {
        data: {
          thing1: { value: '小微企业融资政策解读会' },
          time2: { value: '2018年10月11日 09:00' },
          thing3: { value: '一楼报告厅' },
        },
      },
    ]);
  });

  test('by two machines at the same moment comes once', async () => {
    await addPerson('twice-woken', null);
    const { id } = await log('organiser', tomorrow);
    await get('twice-woken', saveReminder, { activityId: id, isAccepted: true });
    await stopClockAt(october('11 08:00'));
    await Promise.all(Array.from({ length: 4 }, wakeTheTimer));
    expect(await messagesTo('twice-woken')).toHaveLength(1);
  });

  test('that is refused changes nothing else', async () => {
    await addPerson('reserved', null);
    const { id } = await log('organiser', tomorrow);
    await get('reserved', saveFavourite, { activityId: id, isFavourite: true });
    expect(await get('reserved', saveReminder, { activityId: id, isAccepted: false })).toEqual({
      remindAt: null,
    });
    expect((await get('reserved', listFavourites, {})).activities).toMatchObject([{ id, isReminded: false }]);
    await stopClockAt(october('11 08:00'));
    await wakeTheTimer();
    expect(await messagesTo('reserved')).toEqual([]);
  });

  test('follows an activity that is moved, and goes with one that is closed', async () => {
    await addPerson('patient', null);
    const [moved, closed] = [await log('organiser', tomorrow), await log('organiser', tomorrow)];
    for (const { id } of [moved, closed])
      await get('patient', saveReminder, { activityId: id, isAccepted: true });
    await get('organiser', saveActivity, changeOf(moved, { startTime: '10:00' }));
    await get('organiser', saveActivity, changeOf(closed, { isOpen: false }));
    await stopClockAt(october('11 08:00'));
    await wakeTheTimer();
    expect(await messagesTo('patient')).toEqual([]);
    await stopClockAt(october('11 09:00'));
    await wakeTheTimer();
    expect(await messagesTo('patient')).toHaveLength(1);
  });

  test('that WeChat refuses or fails to take is not sent again', async () => {
    for (const [person, errcode] of [
      ['unsubscribed', 43101],
      ['unlucky', -1],
    ] as const) {
      await stopClockAt(october('10 08:00'));
      await addPerson(person, null);
      const { id } = await log('organiser', tomorrow);
      await get(person, saveReminder, { activityId: id, isAccepted: true });
      await answerOf('subscribeMessage.send', { errcode, errmsg: 'no' });
      await stopClockAt(october('11 08:00'));
      await wakeTheTimer();
      if (errcode === -1) expect(await loggedFailure()).toContain('message could not be sent');
      await answerOf('subscribeMessage.send', null);
      await wakeTheTimer();
      expect(await messagesTo(person)).toHaveLength(1);
    }
  });

  test('of what begins within the hour is not promised', async () => {
    const { id } = await log('organiser', { headcount: null });
    expect(await get('visitor', saveReminder, { activityId: id, isAccepted: true })).toEqual({
      remindAt: null,
    });
  });
});
