import { readActivity } from '#shared/contract/read-activity';
import { saveActivity } from '#shared/contract/save-activity';
import { savePolicy } from '#shared/contract/save-policy';
import { saveShowcase } from '#shared/contract/save-showcase';
import { withdrawRecord } from '#shared/contract/withdraw-record';
import { keepFile } from '#shared/contract/keep-file';
import { october } from '../../shared/example-records';
import { photographed } from '../../shared/file/example-pictures';
import { changeOf, log, logForm } from '../support/log-form';
import { logPolicy, logShowcase, policyDraft, showcaseDraft } from '../support/records';
import {
  answerOf,
  ask,
  everythingKept,
  get,
  kept,
  keptAs,
  loggedFailure,
  refused,
  runTheCloud,
  stopClockAt,
  wakeTheTimer,
} from '../support/running-cloud';
import { upload } from '../support/upload';

runTheCloud();

const text = 'security.msgSecCheck';
const down = { errcode: -1, errmsg: 'system error' };
const risky = { errcode: 0, result: { suggest: 'risky', label: 20001 } };
const review = { errcode: 0, result: { suggest: 'review', label: 20001 } };

beforeEach(() => stopClockAt(october('10 10:00')));
afterEach(async () => {
  await answerOf(text, null);
  await answerOf('security.imgSecCheck', null);
});

/** Wakes the timer a day of waiting later, when every check that waits is due. */
async function wakeLater(): Promise<void> {
  await stopClockAt(october('10 12:00'));
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
    expect(await refused('organiser', savePolicy, { change: null, policy: policyDraft })).toMatchObject({
      code: 'CONTENT_REJECTED',
      details: { field: 'policy.name' },
    });
    expect(await refused('organiser', saveShowcase, { change: null, showcase: showcaseDraft })).toMatchObject(
      { code: 'CONTENT_REJECTED', details: { field: 'showcase.name' } },
    );
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

  test('waits too when a person at WeChat would have to look', async () => {
    await answerOf(text, review, 1);
    const activity = await log('organiser');
    expect(activity.check).toBe('waiting');
    await wakeLater();
    expect(await isPublic(activity.id)).toBe(true);
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
    await stopClockAt(october('10 12:00'));
    await Promise.all([wakeTheTimer(), wakeTheTimer()]);
    expect(await keptAs('activities', activity.id)).toMatchObject({ state: 'returned', revision: 2 });
  });
});

test('a picture that waits is shown once it passed, and not when it is rejected', async () => {
  const activity = await log('organiser');
  await answerOf('security.imgSecCheck', down);
  let { revision } = activity;
  for (const name of ['甲', '乙']) {
    const fileID = await upload('organiser', 'photo', photographed(1));
    const input = { kind: 'activity', id: activity.id, revision, purpose: 'photo', fileID, name } as const;
    ({ revision } = await get('organiser', keepFile, input));
    await loggedFailure();
  }
  await answerOf('security.imgSecCheck', null);
  await answerOf('security.imgSecCheck', { errcode: 87014, errmsg: 'risky content' }, 1);
  await wakeLater();
  const { files, state } = await keptAs('activities', activity.id);
  expect(files).toMatchObject([{ check: 'rejected' }, { check: 'passed' }]);
  expect(state).toBe('reported');
  expect(await kept('content-checks')).toEqual([]);
});
