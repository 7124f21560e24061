import { listNotices } from '#shared/contract/notice/list-notices';
import { listActivities } from '#shared/contract/public/list-activities';
import { openHome } from '#shared/contract/public/open-home';
import { readActivity } from '#shared/contract/public/read-activity';
import { readSnapshot } from '#shared/contract/public/read-snapshot';
import { listToRelease } from '#shared/contract/record/list-to-release';
import { pinRecord } from '#shared/contract/record/pin-record';
import { putBack } from '#shared/contract/record/put-back';
import { releaseRecords } from '#shared/contract/record/release-records';
import { returnRecord } from '#shared/contract/record/return-record';
import { saveActivity } from '#shared/contract/record/save-activity';
import { takeDown } from '#shared/contract/record/take-down';
import { saveUnit } from '#shared/contract/unit/save-unit';
import { trustUnit } from '#shared/contract/unit/trust-unit';
import type { Activity } from '#shared/record/activity';
import { october, octoberDay } from '../../../shared/example-records';
import { changeOf, log } from '../../support/log-form';
import { joined } from '../../support/newcomer';
import { accept } from '../../support/records';
import {
  get,
  kept,
  refused,
  runTheCloud,
  stopClockAt,
  wakeTheTimer,
  type PersonId,
} from '../../support/running-cloud';

runTheCloud();
beforeEach(() => stopClockAt(october('10 10:00')));

const made = { units: 0 };

/** A platform of Guangzhou that nobody trusts yet, and somebody who logs for it. */
async function newPlatform() {
  made.units += 1;
  const fields = { name: `新平台${made.units}`, kind: '示范平台', city: '广州', parentId: null } as const;
  const { unit } = await get('city', saveUnit, { change: null, unit: fields });
  return { unit, ...(await joined('city', unit.id, 'organiser')) };
}

const referenceOf = ({ id, revision }: Activity) => ({ kind: 'activity', id, revision }) as const;

async function publicSees({ id }: Pick<Activity, 'id'>): Promise<boolean> {
  const { activities } = await get('visitor', listActivities, { day: octoberDay('10'), after: null });
  return activities.some((each) => each.id === id);
}

async function waitsBefore(person: PersonId, { id }: Activity): Promise<boolean> {
  return (await get(person, listToRelease, { after: null })).activities.some((each) => each.id === id);
}

describe('what a unit logs that is no department', () => {
  test('is public once its city has released it, and not before', async () => {
    const { person } = await newPlatform();
    const activity = await log(person);
    expect(await publicSees(activity)).toBe(false);
    expect(await refused('visitor', readActivity, { id: activity.id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await waitsBefore('city', activity)).toBe(true);
    expect(await waitsBefore('shenzhen-city', activity)).toBe(false);

    const { records } = await get('city', releaseRecords, { records: [referenceOf(activity)] });
    expect(records).toEqual([{ kind: 'activity', id: activity.id, result: 'released' }]);
    expect(await publicSees(activity)).toBe(true);
    expect(await waitsBefore('city', activity)).toBe(false);
  });

  test('is released by being accepted', async () => {
    const { person } = await newPlatform();
    const activity = await log(person);
    await accept('activity', activity);
    expect(await publicSees(activity)).toBe(true);
  });

  test('is released by an editor of the column, wherever the unit is', async () => {
    const { person } = await newPlatform();
    const activity = await log(person);
    const { person: editor } = await joined('bureau', 'unit-0', 'editor');
    expect(await waitsBefore(editor, activity)).toBe(true);
    await get(editor, releaseRecords, { records: [referenceOf(activity)] });
    expect(await publicSees(activity)).toBe(true);
  });

  test('is public as it comes once the unit is trusted, and what waited before goes on waiting', async () => {
    const { unit, person } = await newPlatform();
    const before = await log(person);
    await get('city', trustUnit, { id: unit.id, revision: unit.revision, isTrusted: true });
    expect(await publicSees(await log(person))).toBe(true);
    expect(await publicSees(before)).toBe(false);
  });

  test('goes on being public when it is changed, and is released anew after it was returned', async () => {
    const { person } = await newPlatform();
    const activity = await log(person);
    await get('city', releaseRecords, { records: [referenceOf(activity)] });
    const { activity: changed } = await get(
      person,
      saveActivity,
      changeOf(activity, { venue: '二楼报告厅' }),
    );
    expect(await publicSees(changed)).toBe(true);
    const returning = { ...referenceOf(changed), reason: '人数不对', fields: [] };
    const { revision } = await get('city', returnRecord, returning);
    const { activity: again } = await get(person, saveActivity, changeOf({ ...changed, revision }));
    expect(await publicSees(again)).toBe(false);
    expect(await waitsBefore('city', again)).toBe(true);
  });
});

test('a department’s own is public as it comes', async () => {
  expect(await publicSees(await log('city'))).toBe(true);
});

test('many are released at once, each by itself: what cannot be says why and keeps none of the others', async () => {
  const { person } = await newPlatform();
  const [first, changed, back] = [await log(person), await log(person), await log(person)];
  await get(person, saveActivity, changeOf(changed, { venue: '三楼报告厅' }));
  const returned = await get('city', returnRecord, { ...referenceOf(back), reason: '人数不对', fields: [] });
  const foreign = await log('shenzhen-organiser', { city: '深圳' });
  const { records } = await get('city', releaseRecords, {
    records: [
      referenceOf(changed),
      { ...referenceOf(back), revision: returned.revision },
      referenceOf(foreign),
      { kind: 'activity', id: 'nowhere', revision: 1 },
      referenceOf(first),
    ],
  });
  expect(records.map(({ result }) => result)).toEqual([
    'changed',
    'closed',
    'not-yours',
    'not-found',
    'released',
  ]);
  expect(await publicSees(first)).toBe(true);
});

test('only the city of a unit, or the bureau, trusts it', async () => {
  const { unit } = await newPlatform();
  const trusting = { id: unit.id, revision: unit.revision, isTrusted: true };
  expect(await refused('shenzhen-city', trustUnit, trusting)).toMatchObject({ code: 'FORBIDDEN' });
  expect((await get('bureau', trustUnit, trusting)).unit.trusted).toBe(true);
});

/** The texts of the snapshot, as a phone fetches them, and where they lay. */
async function snapshotTexts(): Promise<{ url: string; text: string }[]> {
  const { parts } = await get('visitor', readSnapshot, { editionId: '2018' });
  return Promise.all(parts.map(async ({ url }) => ({ url, text: await (await fetch(url)).text() })));
}

describe('what is taken down', () => {
  test('is gone at once from pages, lists, shared addresses and the snapshot, its earlier addresses too', async () => {
    const activity = await log('organiser', { name: '含有错误信息的活动' });
    await wakeTheTimer();
    const before = (await snapshotTexts()).filter(({ text }) => text.includes('含有错误信息的活动'));
    expect(before).toHaveLength(1);

    await get('city', takeDown, { kind: 'activity', id: activity.id, reason: '内容有误' });
    expect(await publicSees(activity)).toBe(false);
    expect(await refused('visitor', readActivity, { id: activity.id })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await snapshotTexts()).filter(({ text }) => text.includes('含有错误信息的活动'))).toEqual([]);
    for (const { url } of before) expect((await fetch(url)).ok).toBe(false);
  });

  test('is told to its unit with the reason, and to the audit with who did it', async () => {
    const activity = await log('organiser', { name: '要下线的活动' });
    await get('city', takeDown, { kind: 'activity', id: activity.id, reason: '图片侵权' });
    const { notices } = await get('organiser', listNotices, {});
    expect(notices.find(({ about }) => about.id === activity.id)).toMatchObject({
      kind: 'taken-down',
      note: '图片侵权',
    });
    const entries = (await kept('audit')).filter(({ action }) => action === 'takeDown');
    expect(entries.at(-1)).toMatchObject({ role: 'city' });
    expect(JSON.stringify(entries)).toContain('图片侵权');
  });

  test('stays down when its unit changes it and when it is accepted, until it is put back', async () => {
    const activity = await log('organiser');
    await get('bureau', takeDown, { kind: 'activity', id: activity.id, reason: '内容有误' });
    const { activity: changed } = await get('organiser', saveActivity, changeOf(activity, { venue: '四楼' }));
    await accept('activity', changed);
    expect(await publicSees(changed)).toBe(false);
    await get('city', putBack, { kind: 'activity', id: activity.id, reason: '已改正' });
    expect(await publicSees(changed)).toBe(true);
  });

  test('is taken down by no unit, and by no other city', async () => {
    const { id } = await log('organiser');
    const taking = { kind: 'activity', id, reason: '内容有误' } as const;
    expect(await refused('organiser', takeDown, taking)).toMatchObject({ code: 'NO_MEMBERSHIP' });
    expect(await refused('shenzhen-city', takeDown, taking)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await publicSees({ id })).toBe(true);
  });
});

test('what is pinned stands first in the day’s list and on the home page, until it is unpinned', async () => {
  const late = { startTime: '20:00', endTime: '21:00' } as const;
  const { id } = await log('organiser', late);
  const first = async () => {
    const { activities } = await get('visitor', listActivities, { day: octoberDay('10'), after: null });
    return [activities[0]?.id, (await get('visitor', openHome, {})).today[0]?.id];
  };
  await get('bureau', pinRecord, { kind: 'activity', id, isPinned: true });
  expect(await first()).toEqual([id, id]);
  await get('bureau', pinRecord, { kind: 'activity', id, isPinned: false });
  expect(await first()).not.toContain(id);
});
