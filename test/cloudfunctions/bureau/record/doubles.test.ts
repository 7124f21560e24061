import { dismissDouble } from '#shared/contract/record/dismiss-double';
import { findDoubles } from '#shared/contract/record/find-doubles';
import { listDoubles } from '#shared/contract/record/list-doubles';
import { mergeDoubles } from '#shared/contract/record/merge-doubles';
import { openRecord } from '#shared/contract/record/open-record';
import { openSummary } from '#shared/contract/summary/open-summary';
import { readActivity } from '#shared/contract/public/read-activity';
import { returnRecord } from '#shared/contract/record/return-record';
import { saveActivity } from '#shared/contract/record/save-activity';
import { undoMerge } from '#shared/contract/record/undo-merge';
import { withdrawRecord } from '#shared/contract/record/withdraw-record';
import type { Activity } from '#shared/record/activity';
import type { DoubleState } from '#shared/double/doubles';
import { toBulletinEntry } from '#shared/bulletin/bulletin-entry';
import { bodies, draft, october, octoberDay } from '../../../shared/example-records';
import { freshName, jointEvent, merging } from '../../support/joint-event';
import { changeOf, log } from '../../support/log-form';
import { accept } from '../../support/records';
import {
  addPerson,
  ask,
  databaseCallsOf,
  get,
  kept,
  keptAs,
  makeRequestsMeet,
  newRequestId,
  putDocuments,
  refused,
  runTheCloud,
  stopClockAt,
} from '../../support/running-cloud';

runTheCloud();

beforeAll(async () => {
  await addPerson('partner', { unitId: 'unit-p', unitName: '广州创投协会', city: '广州', role: 'organiser' });
  await addPerson('foshan', { unitId: 'unit-fs', unitName: '佛山双创基地', city: '佛山', role: 'organiser' });
  await addPerson('foshan-staff', {
    unitId: 'unit-fc',
    unitName: '佛山市经信局',
    city: '佛山',
    role: 'city',
  });
});
beforeEach(() => stopClockAt(october('10 10:00')));

async function pairOf(one: Activity, other: Activity) {
  return (await kept('doubles')).find(
    ({ recordIds }) => JSON.stringify(recordIds) === JSON.stringify([one.id, other.id].sort()),
  );
}

async function listed(person: string, state: DoubleState): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page: { doubles: { id: string }[]; next: string | null } = await get(person, listDoubles, {
      state,
      after,
    });
    ids.push(...page.doubles.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  return ids;
}

function revisionOf({ id, revision }: Pick<Activity, 'id' | 'revision'>) {
  return { id, revision };
}

describe('before an activity is saved', () => {
  test('what looks like it is shown, with its unit, day and place and in what they agree', async () => {
    const name = freshName();
    const { id } = await log('organiser', { name });
    const { hosts, coHosts, city, venue, mode, firstDay, lastDay, startTime } = draft;
    const activity = { name: `“${name}”`, hosts, coHosts, city, venue, mode, firstDay, lastDay, startTime };
    const { doubles } = await get('partner', findDoubles, { id: null, activity });
    expect(doubles).toEqual([
      {
        id,
        name,
        unitName: '演示双创示范基地',
        hosts,
        city,
        venue,
        firstDay,
        lastDay,
        startTime,
        isOwn: false,
        signs: ['name', 'city', 'host', 'venue', 'time'],
      },
    ]);
    expect((await get('organiser', findDoubles, { id, activity })).doubles).toEqual([]);
    const elsewhere = { ...activity, name: '完全不相干的一次活动' };
    expect((await get('partner', findDoubles, { id: null, activity: elsewhere })).doubles).toEqual([]);
  });
});

describe('a pair', () => {
  test('is before its city’s staff and the bureau side by side, and before no other city', async () => {
    const [own, theirs] = await jointEvent();
    const pair = await pairOf(own, theirs);
    expect(pair).toMatchObject({
      state: 'open',
      city: '广州',
      signs: ['name', 'city', 'host', 'venue', 'time'],
    });
    const id = String(pair?._id);
    expect(await listed('city', 'open')).toContain(id);
    expect(await listed('bureau', 'open')).toContain(id);
    expect(await listed('foshan-staff', 'open')).not.toContain(id);
    const { doubles, total } = await get('bureau', listDoubles, { state: 'open', after: null });
    expect(total).toBeGreaterThan(0);
    for (const { sides } of doubles) expect(sides).toHaveLength(2);
  });

  test('across cities is the bureau’s alone', async () => {
    const [own, theirs] = await jointEvent('foshan');
    const id = String((await pairOf(own, theirs))?._id);
    expect(await listed('bureau', 'open')).toContain(id);
    for (const staff of ['city', 'foshan-staff']) {
      expect(await listed(staff, 'open')).not.toContain(id);
      expect(await refused(staff, dismissDouble, { id })).toEqual({ code: 'FORBIDDEN', details: {} });
      const input = merging(own, theirs);
      expect(await refused(staff, mergeDoubles, input)).toEqual({ code: 'FORBIDDEN', details: {} });
    }
  });

  test('is gone once the two are no longer alike, and open again when they are', async () => {
    const [own, theirs] = await jointEvent();
    const { activity } = await get('partner', saveActivity, changeOf(theirs, { name: '另外一件事情的沙龙' }));
    expect(await pairOf(own, theirs)).toMatchObject({ state: 'gone' });
    await get('partner', saveActivity, changeOf(activity, { name: theirs.name }));
    expect(await pairOf(own, theirs)).toMatchObject({ state: 'open' });
  });

  test('held to be two events is not brought up again', async () => {
    const [own, theirs] = await jointEvent();
    const id = String((await pairOf(own, theirs))?._id);
    expect(await get('city', dismissDouble, { id })).toEqual({ id, state: 'dismissed' });
    await get('partner', saveActivity, changeOf(theirs, { district: '越秀区' }));
    expect(await pairOf(own, theirs)).toMatchObject({
      state: 'dismissed',
      decidedBy: { unitName: '广州市工业和信息化委员会', role: 'city' },
    });
    expect(await refused('city', dismissDouble, { id })).toEqual({
      code: 'FROZEN',
      details: { state: 'dismissed' },
    });
  });

  test('that two units save at the same moment is found when one of them is accepted', async () => {
    const name = freshName();
    await makeRequestsMeet('organiser', openSummary, { after: null }).catch(() => undefined);
    const [own, theirs] = await Promise.all([log('organiser', { name }), log('partner', { name })]);
    await accept('activity', own);
    expect(await pairOf(own, theirs)).toMatchObject({ state: 'open' });
  });
});

describe('merging', () => {
  test('leaves each record as its unit stated it; together they have all hosts and one headcount, and one is listed', async () => {
    const [own, theirs] = await jointEvent();
    const headcount = { count: 118, method: '签到表' } as const;
    const input = merging(own, theirs, { headcount });
    const merged = await get('city', mergeDoubles, input);
    expect(merged).toMatchObject({
      stays: { id: own.id, revision: 2 },
      other: { id: theirs.id, revision: 2 },
    });
    const joint = {
      leadingId: own.id,
      standsId: own.id,
      countsId: null,
      hosts: own.hosts,
      coHosts: ['广州创投协会', '广州银行'],
      headcount,
    };
    expect(await keptAs('activities', own.id)).toMatchObject({
      coHosts: [],
      headcount: own.headcount,
      listed: true,
      mergedInto: null,
      joint,
    });
    expect(await keptAs('activities', theirs.id)).toMatchObject({
      mergedInto: own.id,
      listed: false,
      headcount: theirs.headcount,
      state: 'reported',
      joint,
    });
    // Both units see it.
    expect(await get('partner', openRecord, { kind: 'activity', id: theirs.id })).toMatchObject({
      mergedInto: { id: own.id, unitName: '演示双创示范基地' },
    });
    expect(await get('organiser', openRecord, { kind: 'activity', id: own.id })).toMatchObject({
      merged: [{ id: theirs.id, unitName: '广州创投协会' }],
    });
    // Who has the other's address reads the one that stands for it.
    const { activity } = await get('visitor', readActivity, { id: theirs.id });
    expect(activity).toMatchObject({ id: own.id, coHosts: ['广州创投协会', '广州银行'] });
    expect(await listed('city', 'merged')).toContain(merged.id);
  });

  test('is undone exactly, and the pair is open again', async () => {
    const [own, theirs] = await jointEvent();
    const before = [await keptAs('activities', own.id), await keptAs('activities', theirs.id)];
    const chosen = { headcount: { count: 118, method: '签到表' as const } };
    const { id } = await get('city', mergeDoubles, merging(own, theirs, chosen));
    await stopClockAt(october('10 11:00'));
    await get('city', undoMerge, { id });
    for (const [index, { id: each }] of [own, theirs].entries()) {
      const { revision, updatedAt, lastChange, ...now } = await keptAs('activities', each);
      expect({ ...before[index], revision, updatedAt, lastChange }).toEqual({
        ...now,
        revision,
        updatedAt,
        lastChange,
      });
      expect(revision).toBe(3);
    }
    expect(await pairOf(own, theirs)).toMatchObject({ state: 'open', merge: null });
    expect(await refused('city', undoMerge, { id })).toEqual({
      code: 'NOT_FOUND',
      details: { what: 'merge' },
    });
  });

  test('across cities by the bureau leaves each city its own record, with both named', async () => {
    const [own, theirs] = await jointEvent('foshan');
    await get('bureau', mergeDoubles, merging(own, theirs));
    expect(await keptAs('activities', own.id)).toMatchObject({ unitCity: '广州', headcount: own.headcount });
    expect(await keptAs('activities', theirs.id)).toMatchObject({ unitCity: '佛山', mergedInto: own.id });
    // The other city still reviews its own.
    await accept('activity', { id: theirs.id, revision: 2 }, 'foshan-staff');
  });

  test('from a stale revision of either is a conflict, and nothing changes', async () => {
    const [own, theirs] = await jointEvent();
    const { activity } = await get('partner', saveActivity, changeOf(theirs, { district: '越秀区' }));
    const input = merging(own, theirs);
    expect(await refused('city', mergeDoubles, input)).toEqual({
      code: 'CONFLICT',
      details: { current: activity },
    });
    expect(await keptAs('activities', own.id)).toMatchObject({ revision: 1, coHosts: [] });
  });

  test('at the same moment by two reviewers, each the other way round, happens once', async () => {
    const [own, theirs] = await jointEvent();
    await makeRequestsMeet('city', openSummary, { after: null });
    const answers = await Promise.all([
      ask('city', mergeDoubles, merging(own, theirs)),
      ask('bureau', mergeDoubles, merging(theirs, own)),
    ]);
    expect(answers.filter((answer) => 'ok' in answer && answer.ok)).toHaveLength(1);
    const [one, two] = [await keptAs('activities', own.id), await keptAs('activities', theirs.id)];
    expect([one.mergedInto, two.mergedInto].filter((each) => each !== null)).toHaveLength(1);
  });

  test('sent twice merges once', async () => {
    const [own, theirs] = await jointEvent();
    const input = merging(own, theirs);
    const requestId = newRequestId();
    const first = await get('city', mergeDoubles, input, requestId);
    expect(await get('city', mergeDoubles, input, requestId)).toEqual(first);
    expect(await keptAs('activities', own.id)).toMatchObject({ revision: 2 });
  });

  test('of what is returned, merged already, or stands for others is refused', async () => {
    const [own, theirs] = await jointEvent();
    const same = merging(own, own);
    expect(await refused('city', mergeDoubles, same)).toMatchObject({ code: 'INVALID_INPUT' });

    const third = await log('organiser', { name: freshName() });
    await get('city', returnRecord, {
      kind: 'activity',
      id: third.id,
      revision: 1,
      reason: '请改',
      fields: [],
    });
    const returned = merging(own, { id: third.id, revision: 2 });
    expect(await refused('city', mergeDoubles, returned)).toEqual({
      code: 'FROZEN',
      details: { state: 'returned' },
    });

    await get('city', mergeDoubles, merging(own, theirs));
    const fourth = await log('organiser', { name: freshName() });
    const again = merging(fourth, { id: theirs.id, revision: 2 });
    expect(await refused('city', mergeDoubles, again)).toEqual({
      code: 'FROZEN',
      details: { state: 'merged' },
    });
    const whole = merging(fourth, { id: own.id, revision: 2 });
    expect(await refused('city', mergeDoubles, whole)).toEqual({
      code: 'FROZEN',
      details: { state: 'has-merged' },
    });
  });

  test('into a record with too many co-hosts is refused', async () => {
    const [own, theirs] = await jointEvent();
    const coHosts = bodies(...Array.from({ length: 19 }, (_each, index) => `协办单位${index + 1}`));
    const { activity } = await get('organiser', saveActivity, changeOf(own, { coHosts }));
    const input = merging(activity, theirs);
    expect(await refused('city', mergeDoubles, input)).toEqual({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'stays', problem: 'too-many', limit: 20 }] },
    });
  });

  test('holds when the unit withdraws the record that led: the other stands for the event, and takes in a third', async () => {
    const [own, theirs] = await jointEvent();
    await get('city', mergeDoubles, merging(own, theirs));
    await get('organiser', withdrawRecord, { kind: 'activity', id: own.id, revision: 2 });
    expect(await keptAs('activities', own.id)).toMatchObject({ state: 'withdrawn', listed: false });
    const coHosts = theirs.coHosts.map(({ name }) => name);
    const joint = { standsId: theirs.id, hosts: theirs.hosts, coHosts };
    const now = await keptAs('activities', theirs.id);
    expect(now).toMatchObject({ mergedInto: own.id, listed: true, joint });
    expect(await pairOf(own, theirs)).toMatchObject({ state: 'merged' });
    expect((await get('visitor', readActivity, { id: own.id })).activity.id).toBe(theirs.id);
    const third = await log('organiser', { name: theirs.name, startTime: '10:30' });
    expect(await pairOf(theirs, third)).toMatchObject({ state: 'open' });
    await get('city', mergeDoubles, merging({ id: theirs.id, revision: Number(now.revision) }, third));
    expect(await keptAs('activities', third.id)).toMatchObject({ mergedInto: own.id, listed: false });
  });
});

test('of a dozen that are one event eleven go under one; a thirteenth does not, and the first stands when the leading one is withdrawn', async () => {
  const host = { hosts: ['演示双创示范基地'], coHosts: [] };
  const lead = await log('organiser', { name: '一打记录中为主的一场', ...host });
  const others: Activity[] = [];
  for (let index = 0; index < 12; index += 1)
    others.push(await log('organiser', { ...host, name: `并入记录第${index + 1}期`, startTime: '10:00' }));
  const [thirteenth, ...eleven] = others;
  let stays = revisionOf(lead);
  for (const other of eleven)
    stays = revisionOf((await get('city', mergeDoubles, merging(stays, other))).stays);
  expect((await keptAs('merge-groups', lead.id)).merged).toHaveLength(11);
  if (thirteenth === undefined) throw new Error('There are twelve');
  expect(await refused('city', mergeDoubles, merging(stays, thirteenth))).toEqual({
    code: 'INVALID_INPUT',
    details: { fields: [{ field: 'stays', problem: 'too-many', limit: 11 }] },
  });
  // At worst every one of them has been reported for all seven days.
  const days = ['09', '10', '11', '12', '13', '14', '15'].map(octoberDay);
  for (const { id } of [lead, ...eleven]) {
    const { _id, ...activity } = await keptAs('activities', id);
    const inBulletins = days.map((day) => ({ day, receivedAt: october('08 10:00') }));
    await putDocuments('activities', [{ _id, ...activity, inBulletins }]);
    const entries = days.map((day) =>
      toBulletinEntry(activity as unknown as Activity, day, october('08 10:00')),
    );
    await putDocuments(
      'bulletin-entries',
      entries.map((entry) => ({
        ...entry,
        _id: `${entry.day}-${id}`,
        activityId: id,
        eventId: lead.id,
        under: id === lead.id ? null : lead.name,
      })),
    );
  }
  await stopClockAt(october('08 12:00'));
  const withdrawal = { kind: 'activity', id: stays.id, revision: stays.revision } as const;
  const { answer, calls } = await databaseCallsOf('organiser', withdrawRecord, withdrawal);
  expect(answer).toMatchObject({ ok: true });
  // With what is gathered before the transaction and what follows it.
  expect(calls).toBeLessThan(150);
  for (const [index, { id }] of eleven.entries())
    expect(await keptAs('activities', id)).toMatchObject({ mergedInto: lead.id, listed: index === 0 });
});

test('nothing merges without a person: doubles that are saved stay two records, both listed', async () => {
  const [own, theirs] = await jointEvent();
  for (const { id } of [own, theirs])
    expect(await keptAs('activities', id)).toMatchObject({ mergedInto: null, listed: true });
});
