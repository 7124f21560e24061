import { checkIn } from '#shared/contract/public/check-in';
import { issueBulletin } from '#shared/contract/bulletin/issue-bulletin';
import { openBulletin } from '#shared/contract/bulletin/open-bulletin';
import { openCheckIn } from '#shared/contract/record/open-check-in';
import { listFavourites } from '#shared/contract/public/list-favourites';
import { listOwnFeedback } from '#shared/contract/public/list-own-feedback';
import { readSnapshot } from '#shared/contract/public/read-snapshot';
import { saveActivity } from '#shared/contract/record/save-activity';
import { saveFavourite } from '#shared/contract/public/save-favourite';
import { saveReminder } from '#shared/contract/public/save-reminder';
import { saveSubscription } from '#shared/contract/people/save-subscription';
import { submitFeedback } from '#shared/contract/public/submit-feedback';
import type { DayPart, WeekPart } from '#shared/snapshot/public-snapshot';
import { eraseAt } from '#shared/week/erasing';
import { edition2018, october, octoberDay } from '../../shared/example-records';
import { changeOf, log } from '../support/log-form';
import {
  addPerson,
  causeTrouble,
  endTroubles,
  everythingKept,
  get,
  kept,
  loggedFailure,
  messagesSent,
  openidOf,
  putDocuments,
  refused,
  runTheCloud,
  send,
  stopClockAt,
  wakeTheTimer,
} from '../support/running-cloud';

runTheCloud();

afterEach(endTroubles);

async function nudgesTo(person: string) {
  return (await messagesSent()).filter(
    ({ touser, templateId }) => touser === openidOf(person) && templateId === 'demo-template-nudge',
  );
}

describe('the timer', () => {
  test('lets nobody in but the platform’s timer, whatever the event says', async () => {
    const before = await everythingKept();
    const data = { Type: 'Timer', TriggerName: 'wake', Time: '2018-10-10T08:00:00Z', Message: '' };
    for (const as of ['visitor', 'bureau'])
      expect(await send({ as, function: 'timer', data })).toEqual({ ok: false, done: 0, failed: [] });
    expect(await everythingKept()).toEqual(before);
  });

  test('does its other jobs when one fails, and tries that one again', async () => {
    await stopClockAt(october('10 10:00'));
    await log('organiser');
    await causeTrouble({
      action: 'database.getDocument',
      collection: 'visible-changes',
      times: 1,
      errorCode: 'SERVER_TIMEOUT',
    });
    expect(await wakeTheTimer()).toMatchObject({ ok: false, failed: ['publish-snapshot'] });
    expect(await loggedFailure()).toContain('publish-snapshot failed');
    expect(await wakeTheTimer()).toMatchObject({ ok: true, failed: [] });
  });
});

describe('at 15:00', () => {
  const held = { headcount: null, firstDay: octoberDay('10'), lastDay: octoberDay('10') } as const;

  async function aMemberWhoOwes(person: string): Promise<void> {
    await stopClockAt(october('10 10:00'));
    await addPerson(person, {
      unitId: `unit-of-${person}`,
      unitName: '测试基地',
      city: '广州',
      role: 'organiser',
    });
    await log(person, held);
  }

  test('a member of a unit that owes something is reminded once, if they agreed to it', async () => {
    await aMemberWhoOwes('owing');
    expect(await get('owing', saveSubscription, { message: 'nudge', isAccepted: true })).toEqual({
      message: 'nudge',
      savedUp: 1,
    });
    await stopClockAt(october('10 14:59:59'));
    await wakeTheTimer();
    expect(await nudgesTo('owing')).toEqual([]);
    await stopClockAt(october('10 15:00'));
    await Promise.all([wakeTheTimer(), wakeTheTimer()]);
    await stopClockAt(october('10 15:40'));
    await wakeTheTimer();
    expect(await nudgesTo('owing')).toMatchObject([
      { data: { time2: { value: '2018年10月10日 16:00' }, thing3: { value: '人数待报1' } } },
    ]);
  });

  test('one who did not agree is left alone, and so is one who owes nothing', async () => {
    await aMemberWhoOwes('silent');
    await addPerson('done', { unitId: 'unit-done', unitName: '办妥基地', city: '广州', role: 'organiser' });
    await get('done', saveSubscription, { message: 'nudge', isAccepted: true });
    await get('silent', saveSubscription, { message: 'nudge', isAccepted: false });
    await stopClockAt(october('10 15:00'));
    await wakeTheTimer();
    for (const person of ['silent', 'done']) expect(await nudgesTo(person)).toEqual([]);
  });

  test('a timer that wakes after the cut-off does not nudge any more', async () => {
    await aMemberWhoOwes('too-late');
    await get('too-late', saveSubscription, { message: 'nudge', isAccepted: true });
    await stopClockAt(october('10 16:00'));
    await wakeTheTimer();
    expect(await nudgesTo('too-late')).toEqual([]);
  });
});

describe('the public snapshot', () => {
  async function published() {
    const snapshot = await get('visitor', readSnapshot, { editionId: null });
    const read = async (part: string): Promise<unknown> => {
      const found = snapshot.parts.find((each) => each.part === part);
      return (await fetch(found?.url ?? '')).json();
    };
    return {
      snapshot,
      week: (await read('week')) as WeekPart,
      tenth: (await read(octoberDay('10'))) as DayPart,
    };
  }

  test('has what the public sees once the timer has woken, and nothing else', async () => {
    await stopClockAt(october('10 10:00'));
    const [open, closed] = [await log('organiser'), await log('organiser', { isOpen: false })];
    await wakeTheTimer();
    const { week, tenth } = await published();
    expect(tenth.activities.map(({ id }) => id)).toContain(open.id);
    expect(JSON.stringify(tenth)).not.toContain(closed.id);
    const listed = (await kept('activities')).filter((activity) => activity.listed);
    expect(week.total).toBe(listed.length);
    expect(JSON.stringify({ week, tenth })).not.toMatch(/openid|unitId|revision/);
  });

  test('gets a new version only when something visible changed, and new files only for its day', async () => {
    await wakeTheTimer();
    const { snapshot: before } = await published();
    await log('organiser', { isOpen: false });
    await wakeTheTimer();
    expect((await published()).snapshot.version).toBe(before.version);

    const activity = await log('organiser', { firstDay: octoberDay('12'), lastDay: octoberDay('12') });
    await wakeTheTimer();
    const { snapshot: after } = await published();
    expect(after.version).toBe(before.version + 1);
    const changed = after.parts.filter(
      ({ part, digest }) => before.parts.find((each) => each.part === part)?.digest !== digest,
    );
    expect(changed.map(({ part }) => part)).toEqual(['week', octoberDay('12')]);

    await get('organiser', saveActivity, changeOf(activity, { isOpen: false }));
    await wakeTheTimer();
    expect((await published()).snapshot.version).toBe(before.version + 2);
  });

  test('by two machines at the same moment is one version', async () => {
    await wakeTheTimer();
    const { snapshot: before } = await published();
    await log('organiser');
    await Promise.all([wakeTheTimer(), wakeTheTimer(), wakeTheTimer()]);
    await wakeTheTimer();
    const { snapshot } = await published();
    expect(snapshot.version).toBe(before.version + 1);
    expect(await kept('visible-changes')).toEqual([]);
  });

  test('that fails half-way leaves the last one in place, and is made at the next waking', async () => {
    await wakeTheTimer();
    const { snapshot: before } = await published();
    const { id } = await log('organiser');
    await causeTrouble({ action: 'storage.getUploadMetadata', times: 1, errorCode: 'STORAGE_REQUEST_FAIL' });
    expect(await wakeTheTimer()).toMatchObject({ failed: ['publish-snapshot'] });
    await loggedFailure();
    expect((await published()).snapshot).toMatchObject({ version: before.version });
    await wakeTheTimer();
    expect(JSON.stringify((await published()).tenth)).toContain(id);
  });

  test('of an edition that is not there is not found', async () => {
    expect(await refused('visitor', readSnapshot, { editionId: '2031' })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('thirty days after the edition', () => {
  test('personal traces are gone though another edition is on by then', async () => {
    const days = { firstDay: '2017-09-15', lastDay: '2017-09-21' };
    const earlier = { ...edition2018, ...days, id: '2017', state: 'closed' };
    await putDocuments('editions', [{ ...earlier, _id: earlier.id }]);
    const trace = { person: 'somebody', activityId: 'a', at: 0 };
    await putDocuments('favourites', [
      { ...trace, _id: 'of-2017', editionId: '2017' },
      { ...trace, _id: 'of-2018', editionId: '2018' },
    ]);
    await stopClockAt(october('10 09:00'));
    await wakeTheTimer();
    const left = (await kept('favourites')).map(({ _id }) => _id);
    expect(left).toContain('of-2018');
    expect(left).not.toContain('of-2017');
  });

  test('personal traces are gone and the figures stay', async () => {
    await stopClockAt(october('10 09:00'));
    await addPerson('remembered', null);
    const { id } = await log('organiser', { headcount: null });
    const tomorrow = await log('organiser', { firstDay: octoberDay('11'), lastDay: octoberDay('11') });
    const [code = ''] = (await get('organiser', openCheckIn, { id })).codes;
    for (const person of ['remembered', 'visitor']) await get(person, checkIn, { code });
    await get('remembered', saveFavourite, { activityId: id, isFavourite: true });
    await get('remembered', saveReminder, { activityId: tomorrow.id, isAccepted: true });
    await get('remembered', submitFeedback, { text: '签到很方便，谢谢。', page: '' });
    const feedback = await kept('feedback');

    await stopClockAt(eraseAt(edition2018) - 1);
    await wakeTheTimer();
    expect(await kept('check-ins')).not.toEqual([]);

    await stopClockAt(eraseAt(edition2018));
    await wakeTheTimer();
    for (const collection of [
      'check-ins',
      'favourites',
      'reminders',
      'feedback-authors',
      'rate-limits',
      'requests',
    ])
      expect({ collection, kept: await kept(collection) }).toEqual({ collection, kept: [] });
    expect((await get('organiser', openCheckIn, { id })).counted).toBe(2);
    expect(await kept('feedback')).toEqual(feedback);
    expect((await get('remembered', listFavourites, {})).activities).toEqual([]);
    expect((await get('remembered', listOwnFeedback, {})).feedback).toEqual([]);
    expect(JSON.stringify(await everythingKept())).not.toContain(openidOf('remembered'));
  });
});

describe('a clock that is set back after the day was compiled', () => {
  const day = octoberDay('12');
  const report = (name: string) =>
    log('organiser', { name, firstDay: day, lastDay: day }, { bulletin: 'report', bulletinDay: day });
  const printed = async () =>
    (await get('bureau', openBulletin, { day })).bulletin.printed.map(({ name }) => name);

  test('lets more come, and the timer compiles again, as long as the paper is not issued', async () => {
    await stopClockAt(october('12 15:00'));
    await report('先到的活动');
    await stopClockAt(october('12 16:02'));
    await wakeTheTimer();
    expect(await printed()).toEqual(['先到的活动']);

    await stopClockAt(october('12 15:30'));
    await report('拨回时钟后到的活动');
    await stopClockAt(october('12 16:02'));
    await wakeTheTimer();
    expect((await printed()).sort()).toEqual(['先到的活动', '拨回时钟后到的活动'].sort());

    const { bulletin } = await get('bureau', openBulletin, { day });
    await get('bureau', issueBulletin, { day, revision: bulletin.revision });
    await stopClockAt(october('12 15:40'));
    await report('编发以后的活动');
    await stopClockAt(october('12 16:02'));
    await wakeTheTimer();
    expect(await printed()).toHaveLength(2);
  });
});
