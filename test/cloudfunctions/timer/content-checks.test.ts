import { checkOwnWaiting } from '#shared/contract/record/check-own-waiting';
import { decideCheck } from '#shared/contract/record/decide-check';
import { listWaitingChecks } from '#shared/contract/record/list-waiting-checks';
import { openWorkbench } from '#shared/contract/record/open-workbench';
import { readActivity } from '#shared/contract/public/read-activity';
import { saveActivity } from '#shared/contract/record/save-activity';
import { savePolicy } from '#shared/contract/record/policy';
import { saveShowcase } from '#shared/contract/record/showcase';
import { withdrawRecord } from '#shared/contract/record/withdraw-record';
import { keepFile } from '#shared/contract/record/keep-file';
import { october } from '../../shared/example-records';
import { photographed } from '../../shared/file/example-pictures';
import { changeOf, log, logForm } from '../support/log-form';
import { logPolicy, logShowcase } from '../support/records';
import {
  answerOf,
  ask,
  callAs,
  everythingKept,
  get,
  kept,
  keptAs,
  loggedFailure,
  openidOf,
  pictureTraces,
  pushMessage,
  refused,
  runTheCloud,
  stopClockAt,
  wakeTheTimer,
  whenPushesArrived,
} from '../support/running-cloud';
import { upload } from '../support/upload';
import { policyDraft, showcaseDraft } from '../../shared/example-drafts';

runTheCloud();

const text = 'security.msgSecCheck';
const picture = 'security.mediaCheckAsync';
/** The message in which the answer about a picture comes. */
const pushed = 'wxa_media_check';
const down = { errcode: -1, errmsg: 'system error' };
const risky = { errcode: 0, result: { suggest: 'risky', label: 20001 } };
const review = { errcode: 0, result: { suggest: 'review', label: 20001 } };

beforeEach(() => stopClockAt(october('10 10:00')));
afterEach(async () => {
  for (const api of [text, picture, pushed]) await answerOf(api, null);
  await whenPushesArrived();
});

/** Wakes the timer when every check that waits is due, and WeChat still answers about the author. */
async function wakeLater(): Promise<void> {
  await stopClockAt(october('10 11:50'));
  expect(await wakeTheTimer()).toMatchObject({ failed: [] });
}

async function isPublic(id: string): Promise<boolean> {
  const answer = await ask('visitor', readActivity, { id });
  return 'ok' in answer && answer.ok;
}

describe('text that the check rejects', () => {
  test('is refused at its field, and nothing is saved', async () => {
    const before = await everythingKept();
    await answerOf(text, risky);
    expect(await refused('organiser', saveActivity, logForm())).toEqual({
      code: 'CONTENT_REJECTED',
      details: { field: 'activity.name' },
    });
    expect(await refused('organiser', savePolicy, { change: null, draft: policyDraft })).toMatchObject({
      code: 'CONTENT_REJECTED',
      details: { field: 'draft.name' },
    });
    expect(await refused('organiser', saveShowcase, { change: null, draft: showcaseDraft })).toMatchObject({
      code: 'CONTENT_REJECTED',
      details: { field: 'draft.name' },
    });
    expect(await everythingKept()).toEqual(before);
  });

  test('only together, is refused as a whole', async () => {
    await answerOf(text, risky, 1);
    expect(await refused('organiser', saveActivity, logForm())).toEqual({
      code: 'CONTENT_REJECTED',
      details: { field: 'activity' },
    });
  });
});

describe('text that cannot be checked', () => {
  test('is saved and waits, unseen by the public, until the timer has it checked', async () => {
    await answerOf(text, down, 1);
    const activity = await log('organiser');
    await loggedFailure();
    expect(activity).toMatchObject({ check: 'waiting', listed: false, state: 'reported' });
    expect(await isPublic(activity.id)).toBe(false);

    await wakeLater();
    expect(await keptAs('activities', activity.id)).toMatchObject({
      check: 'passed',
      listed: true,
      state: 'reported',
      revision: 1,
    });
    expect(await isPublic(activity.id)).toBe(true);
    expect(await kept('content-checks')).toEqual([]);
  });

  test('of policies and showcases waits as well', async () => {
    await answerOf(text, down, 2);
    const [policy, showcase] = [await logPolicy('organiser'), await logShowcase('organiser')];
    await loggedFailure();
    expect([policy.check, showcase.check]).toEqual(['waiting', 'waiting']);
    await wakeLater();
    expect(await keptAs('policies', policy.id)).toMatchObject({ check: 'passed' });
    expect(await keptAs('showcases', showcase.id)).toMatchObject({ check: 'passed' });
  });

  test('and is then rejected goes back to its unit with the reason and the field', async () => {
    await answerOf(text, down, 1);
    const activity = await log('organiser');
    await loggedFailure();
    await answerOf(text, risky);
    await wakeLater();
    expect(await keptAs('activities', activity.id)).toMatchObject({
      state: 'returned',
      check: 'rejected',
      listed: false,
      revision: 2,
      returned: { reason: '内容没有通过微信的安全检查，请修改后再报。', fields: ['name'] },
      lastChange: { by: null },
    });
    expect(await kept('content-checks')).toEqual([]);

    await answerOf(text, null);
    const mended = changeOf({ ...activity, revision: 2 }, { name: '换了名称的政策解读会' });
    expect((await get('organiser', saveActivity, mended)).activity).toMatchObject({
      state: 'reported',
      check: 'passed',
      listed: true,
    });
  });

  test('is tried again later and later while the check stays down', async () => {
    await answerOf(text, down);
    const { id } = await log('organiser');
    await loggedFailure();
    expect(await keptAs('content-checks', id)).toMatchObject({ attempts: 0, dueAt: october('10 10:01') });
    await wakeTheTimer();
    expect(await keptAs('content-checks', id)).toMatchObject({ attempts: 0 });
    await stopClockAt(october('10 10:01'));
    await wakeTheTimer();
    await loggedFailure();
    expect(await keptAs('content-checks', id)).toMatchObject({ attempts: 1, dueAt: october('10 10:03') });
    await answerOf(text, null);
    await wakeLater();
  });

  test('changed while it waits is checked in its new words, and passes at once when it can be asked', async () => {
    await answerOf(text, down, 1);
    const activity = await log('organiser');
    await loggedFailure();
    const { activity: changed } = await get('organiser', saveActivity, changeOf(activity));
    expect(changed).toMatchObject({ check: 'passed', listed: true, revision: 2 });
    expect(await kept('content-checks')).toEqual([]);
  });

  test('withdrawn while it waits is checked no more', async () => {
    await answerOf(text, down, 1);
    const { id } = await log('organiser');
    await loggedFailure();
    await get('organiser', withdrawRecord, { kind: 'activity', id, revision: 1 });
    expect(await kept('content-checks')).toEqual([]);
    await wakeLater();
    expect(await keptAs('activities', id)).toMatchObject({ state: 'withdrawn', listed: false });
  });

  test('checked by two wakings at once is checked, and changes once', async () => {
    await answerOf(text, down, 1);
    const activity = await log('organiser');
    await loggedFailure();
    await answerOf(text, risky);
    await stopClockAt(october('10 11:50'));
    await Promise.all([wakeTheTimer(), wakeTheTimer()]);
    expect(await keptAs('activities', activity.id)).toMatchObject({ state: 'returned', revision: 2 });
  });
});

describe('text whose check goes unanswered', () => {
  const own = (person: string) => get(person, checkOwnWaiting, {});
  const queue = async (person: string) => (await get(person, listWaitingChecks, {})).checks;

  async function waitingActivity() {
    await answerOf(text, down);
    const activity = await log('organiser');
    await loggedFailure();
    return activity;
  }

  test('is asked about no more once its author is gone for two hours', async () => {
    const { id } = await waitingActivity();
    await answerOf(text, null);
    await stopClockAt(october('10 12:00'));
    await wakeTheTimer();
    expect(await keptAs('activities', id)).toMatchObject({ check: 'waiting', listed: false });
    expect(await keptAs('content-checks', id)).toMatchObject({ dueAt: october('11 10:00') });
    await get('organiser', checkOwnWaiting, {});
  });

  test('is asked about when its author is back, who is told that something waits', async () => {
    const { id } = await waitingActivity();
    await answerOf(text, null);
    await stopClockAt(october('10 15:00'));
    expect(await get('city', openWorkbench, { after: null })).toMatchObject({ isOwnWaiting: false });
    expect(await get('organiser', openWorkbench, { after: null })).toMatchObject({ isOwnWaiting: true });
    expect(await own('city')).toEqual({ asked: 0 });
    expect(await own('organiser')).toEqual({ asked: 1 });
    expect(await keptAs('activities', id)).toMatchObject({ check: 'passed', listed: true });
    expect(await get('organiser', openWorkbench, { after: null })).toMatchObject({ isOwnWaiting: false });
  });

  test('is before its reviewers after a day, and before no other city’s', async () => {
    const { id, name, revision } = await waitingActivity();
    expect(await queue('city')).toEqual([]);
    await stopClockAt(october('11 10:00'));
    await wakeTheTimer();
    expect(await keptAs('activities', id)).toMatchObject({ check: 'for-review', listed: false });
    const [waiting] = await queue('city');
    expect(waiting).toMatchObject({ kind: 'activity', id, revision, name, since: october('10 10:00') });
    expect(waiting?.texts).toContainEqual({ field: 'name', text: name });
    expect(await queue('bureau')).toHaveLength(1);
    expect(await queue('shenzhen-city')).toEqual([]);

    const decision = { kind: 'activity', id, revision, fileId: null, decision: 'passed' } as const;
    expect(await refused('shenzhen-city', decideCheck, decision)).toMatchObject({ code: 'FORBIDDEN' });
    await get('city', decideCheck, decision);
    expect(await isPublic(id)).toBe(true);
    expect(await queue('bureau')).toEqual([]);
    expect(await refused('bureau', decideCheck, decision)).toMatchObject({ code: 'CONFLICT' });
    const [entry] = (await kept('audit')).filter(({ action }) => action === 'decideCheck');
    expect(entry).toMatchObject({ openid: openidOf('city') });
  });

  test('and of which WeChat wants a person to look is before the reviewers at once', async () => {
    await answerOf(text, review, 1);
    const { id, check, revision } = await log('organiser');
    expect(check).toBe('for-review');
    await wakeLater();
    expect(await isPublic(id)).toBe(false);
    const decision = { kind: 'activity', id, revision, fileId: null, decision: 'rejected' } as const;
    expect(await refused('city', decideCheck, { ...decision, revision: 2 })).toMatchObject({
      code: 'CONFLICT',
    });
    await get('city', decideCheck, decision);
    expect(await keptAs('activities', id)).toMatchObject({
      state: 'returned',
      check: 'rejected',
      returned: { reason: '内容没有通过人工核，请修改后再报。', fields: [] },
      lastChange: { by: { role: 'city' } },
    });
    expect(await kept('content-checks')).toEqual([]);
  });

  test('changed by its unit before the reviewer decides is not decided in the old words', async () => {
    await answerOf(text, review, 1);
    const activity = await log('organiser');
    const { id, revision } = activity;
    await get('organiser', saveActivity, changeOf(activity));
    const decision = { kind: 'activity', id, revision, fileId: null, decision: 'passed' } as const;
    expect(await refused('city', decideCheck, decision)).toMatchObject({
      code: 'CONFLICT',
      details: { current: { revision: 2 } },
    });
    expect(await queue('city')).toEqual([]);
  });
});

describe('a picture', () => {
  async function keepPicture(activity: { id: string; revision: number }) {
    const fileID = await upload('organiser', 'photo', photographed(1));
    const { id, revision } = activity;
    return get('organiser', keepFile, {
      kind: 'activity',
      id,
      revision,
      purpose: 'photo',
      fileID,
      name: '甲',
    });
  }

  async function checkOfPicture(id: string) {
    const { files } = (await keptAs('activities', id)) as unknown as { files: { check: string }[] };
    return files.map(({ check }) => check);
  }

  async function lastMessage(suggest: string) {
    const asked = (await pictureTraces()).at(-1);
    if (asked === undefined) throw new Error('WeChat was asked about no picture');
    return {
      MsgType: 'event',
      Event: 'wxa_media_check',
      FromUserName: asked.openid,
      trace_id: asked.trace,
      errcode: 0,
      result: { suggest, label: 100 },
    };
  }

  test.each([
    ['pass', 'passed'],
    ['risky', 'rejected'],
    ['review', 'for-review'],
  ])('waits until WeChat’s message says %s, and is %s', async (suggest, check) => {
    const { id, revision } = await log('organiser');
    await answerOf(pushed, { suggest });
    const { file } = await keepPicture({ id, revision });
    expect(file.check).toBe('waiting');
    await whenPushesArrived();
    expect(await checkOfPicture(id)).toEqual([check]);
    expect(await keptAs('activities', id)).toMatchObject({ state: 'reported', check: 'passed' });
    expect(await kept('picture-asks')).toEqual([]);
    if (check !== 'for-review') expect(await kept('content-checks')).toEqual([]);
  });

  test('of which WeChat wants a person to look is decided by one who sees it', async () => {
    const [waiting] = (await get('city', listWaitingChecks, {})).checks;
    if (waiting === undefined) throw new Error('Nothing is before the reviewer');
    const { kind, id, revision, texts, files } = waiting;
    expect({ texts, count: files.length }).toEqual({ texts: [], count: 1 });
    expect((await fetch(files[0]?.address ?? '')).ok).toBe(true);
    const decision = { kind, id, revision, fileId: files[0]?.id ?? null, decision: 'passed' } as const;
    await get('bureau', decideCheck, decision);
    expect(await checkOfPicture(id)).toEqual(['passed']);
    expect(await kept('content-checks')).toEqual([]);
  });

  test('whose answer is lost is asked about again, and an answer that comes late is taken', async () => {
    const { id, revision } = await log('organiser');
    await answerOf(pushed, { copies: 0 }, 2);
    await keepPicture({ id, revision });
    const late = await lastMessage('pass');
    await stopClockAt(october('10 10:20'));
    await wakeTheTimer();
    expect(await kept('picture-asks')).toHaveLength(1);
    await stopClockAt(october('10 10:40'));
    await wakeTheTimer();
    expect(await kept('picture-asks')).toHaveLength(2);
    await pushMessage(late);
    expect(await checkOfPicture(id)).toEqual(['passed']);
    // The answer to the second question is about a picture that is decided.
    await pushMessage(await lastMessage('risky'));
    expect(await checkOfPicture(id)).toEqual(['passed']);
    expect(await kept('picture-asks')).toEqual([]);
  });

  test('whose answer never comes is before the reviewers after a day', async () => {
    const { id, revision } = await log('organiser');
    await answerOf(pushed, { copies: 0 });
    await keepPicture({ id, revision });
    await stopClockAt(october('11 10:00'));
    await wakeTheTimer();
    expect(await checkOfPicture(id)).toEqual(['for-review']);
    await pushMessage(await lastMessage('pass'));
    expect(await checkOfPicture(id)).toEqual(['passed']);
    expect(await kept('content-checks')).toEqual([]);
  });

  test('whose answer comes twice is decided once', async () => {
    const { id, revision } = await log('organiser');
    await answerOf(pushed, { copies: 2 });
    await keepPicture({ id, revision });
    await whenPushesArrived();
    expect(await checkOfPicture(id)).toEqual(['passed']);
    const entries = (await kept('audit')).filter(({ action }) => action === 'wxa_media_check');
    expect(entries.filter((entry) => JSON.stringify(entry).includes(id))).toHaveLength(1);
  });

  test('of a record that was withdrawn meanwhile is left as it is', async () => {
    const { id, revision } = await log('organiser');
    await answerOf(pushed, { copies: 0 });
    const { revision: later } = await keepPicture({ id, revision });
    await get('organiser', withdrawRecord, { kind: 'activity', id, revision: later });
    const before = await keptAs('activities', id);
    await pushMessage(await lastMessage('risky'));
    expect(await keptAs('activities', id)).toEqual(before);
    expect(await kept('content-checks')).toEqual([]);
  });

  test('is decided by no forged message: from a phone, of an unknown trace, in another name, without a finding', async () => {
    const { id, revision } = await log('organiser');
    await answerOf(pushed, { copies: 0 });
    await keepPicture({ id, revision });
    const message = await lastMessage('pass');
    const before = await everythingKept();
    for (const as of ['visitor', 'organiser', 'bureau'])
      expect(await callAs(as, 'push', message)).toBe('success');
    await pushMessage({ ...message, trace_id: 'of-nobody' });
    await pushMessage({ ...message, FromUserName: openidOf('city') });
    await pushMessage({ ...message, result: undefined });
    await pushMessage({ ...message, result: { suggest: 'fine' } });
    await pushMessage({ ...message, errcode: -1008 });
    await pushMessage({ ...message, Event: 'constructor' });
    expect(await everythingKept()).toEqual(before);
    await pushMessage(message);
    expect(await checkOfPicture(id)).toEqual(['passed']);
  });

  test('that could not be asked about is asked about by the timer', async () => {
    const { id, revision } = await log('organiser');
    await answerOf(picture, down, 1);
    await keepPicture({ id, revision });
    expect(await loggedFailure()).toContain('content check could not be asked');
    await wakeLater();
    await whenPushesArrived();
    expect(await checkOfPicture(id)).toEqual(['passed']);
  });
});
