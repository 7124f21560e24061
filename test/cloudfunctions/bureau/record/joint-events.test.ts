import { compileBulletin } from '#shared/contract/bulletin/compile-bulletin';
import { listActivities } from '#shared/contract/public/list-activities';
import { listFavourites } from '#shared/contract/public/list-favourites';
import { mergeDoubles } from '#shared/contract/record/merge-doubles';
import { openBulletin } from '#shared/contract/bulletin/open-bulletin';
import { readActivity } from '#shared/contract/public/read-activity';
import { returnRecord } from '#shared/contract/record/return-record';
import { saveActivity } from '#shared/contract/record/save-activity';
import { saveFavourite } from '#shared/contract/public/save-favourite';
import { undoMerge } from '#shared/contract/record/undo-merge';
import { withdrawRecord } from '#shared/contract/record/withdraw-record';
import type { Activity, ActivityDraft, Headcount } from '#shared/record/activity';
import { bodies, october, octoberDay } from '../../../shared/example-records';
import { compile, leftOutOf, recordsIn } from '../../support/compile';
import { merging } from '../../support/joint-event';
import { changeOf, log } from '../../support/log-form';
import { accept } from '../../support/records';
import {
  addPerson,
  databaseCallsOf,
  get,
  kept,
  keptAs,
  refused,
  runTheCloud,
  stopClockAt,
  type PersonId,
} from '../../support/running-cloud';

runTheCloud();

const counted = (count: number): Headcount => ({ count, method: '签到表' });

beforeAll(async () => {
  const organiser = { role: 'organiser' } as const;
  await addPerson('partner', { ...organiser, unitId: 'unit-p', unitName: '广州创投协会', city: '广州' });
  await addPerson('third', { ...organiser, unitId: 'unit-t', unitName: '广州创业学院', city: '广州' });
  await addPerson('foshan', { ...organiser, unitId: 'unit-fs', unitName: '佛山双创基地', city: '佛山' });
  const staff = { role: 'city' } as const;
  await addPerson('foshan-staff', { ...staff, unitId: 'unit-fc', unitName: '佛山市经信局', city: '佛山' });
});
beforeEach(() => stopClockAt(october('10 10:00')));

const used = { names: 0 };
/** A name of characters that no other has. */
function eventName(): string {
  const first = 0x4e00 + used.names * 6;
  used.names += 1;
  return `${String.fromCharCode(...Array.from({ length: 6 }, (_each, index) => first + index))}对接`;
}

const hostOf: Record<PersonId, string> = {
  organiser: '演示双创示范基地',
  partner: '广州创投协会',
  third: '广州创业学院',
  foshan: '佛山双创基地',
};

function report(person: PersonId, name: string, count: number, typed: Partial<ActivityDraft> = {}) {
  const own = { name, hosts: [hostOf[person] ?? person], headcount: counted(count), ...typed };
  return log(person, own, { bulletin: 'report' });
}

/** One event that two units have reported for the bulletin of their day. */
async function reportedTwice(dayOfMonth = '10', other: PersonId = 'partner'): Promise<[Activity, Activity]> {
  const name = eventName();
  const day = octoberDay(dayOfMonth);
  const on = { firstDay: day, lastDay: day };
  return [await report('organiser', name, 500, on), await report(other, name, 480, on)];
}

async function asKept({ id }: { id: string }): Promise<Activity> {
  const { _id, ...activity } = await keptAs('activities', id);
  return { id: _id, ...activity } as unknown as Activity;
}

/** The lines that a day’s bulletin has of some records. */
async function linesOf(dayOfMonth: string, records: readonly { id: string }[]) {
  const { bulletin } = await get('bureau', openBulletin, { day: octoberDay(dayOfMonth) });
  return bulletin.printed
    .filter(({ activityId }) => records.some(({ id }) => id === activityId))
    .map(({ hosts, coHosts, headcount, activityId }) => ({ id: activityId, hosts, coHosts, headcount }));
}

async function toldOn(dayOfMonth: string, name: string) {
  const { bulletin } = await get('bureau', openBulletin, { day: octoberDay(dayOfMonth) });
  return bulletin.corrections.filter((each) => each.name === name);
}

/** Merges two as they are kept now. */
async function merge(
  stays: { id: string },
  other: { id: string },
  rest: { headcount?: Headcount | null; reason?: string; as?: PersonId } = {},
) {
  const { as = 'bureau', ...chosen } = rest;
  return get(as, mergeDoubles, merging(await asKept(stays), await asKept(other), chosen));
}

describe('a joint event in the bulletin of a day that is still open', () => {
  test('is one line with all its hosts and the headcount that was chosen, never the sum', async () => {
    const both = await reportedTwice();
    const [own, theirs] = both;
    expect(await linesOf('10', both)).toHaveLength(2);
    await merge(own, theirs, { headcount: counted(510) });
    expect(await linesOf('10', both)).toEqual([
      { id: own.id, hosts: ['演示双创示范基地'], coHosts: ['广州创投协会'], headcount: 510 },
    ]);
  });

  test('is two lines again when the merge is undone in time, each as its own unit has it now', async () => {
    const both = await reportedTwice();
    const [own, theirs] = both;
    const { id } = await merge(own, theirs, { headcount: counted(510) });
    const change = changeOf(await asKept(theirs), { headcount: counted(485) }, { bulletin: 'report' });
    await get('partner', saveActivity, change);
    await get('bureau', undoMerge, { id });
    const lines = await linesOf('10', both);
    expect(new Map(lines.map((line) => [line.id, line]))).toEqual(
      new Map([
        [own.id, { id: own.id, hosts: ['演示双创示范基地'], coHosts: [], headcount: 500 }],
        [theirs.id, { id: theirs.id, hosts: ['广州创投协会'], coHosts: [], headcount: 485 }],
      ]),
    );
  });

  test('follows what the other unit changes, and is told by the other when the leading record is withdrawn', async () => {
    const both = await reportedTwice();
    const [own, theirs] = both;
    await merge(own, theirs);
    const hosts = { hosts: ['广州创投协会', '广州银行'] };
    await get('partner', saveActivity, changeOf(await asKept(theirs), hosts, { bulletin: 'report' }));
    expect(await linesOf('10', both)).toMatchObject([{ id: own.id, coHosts: ['广州创投协会', '广州银行'] }]);
    const { id, revision } = await asKept(own);
    await get('organiser', withdrawRecord, { kind: 'activity', id, revision });
    expect(await linesOf('10', both)).toEqual([
      { id: theirs.id, hosts: ['广州创投协会', '广州银行'], coHosts: [], headcount: 480 },
    ]);
  });

  test('counts both cities in the lead, and the event once', async () => {
    const both = await reportedTwice('12', 'foshan');
    await merge(...both);
    const { bulletin } = await get('bureau', openBulletin, { day: octoberDay('12') });
    expect(bulletin.lead).toContain('2个市报送重要活动1项，参加人数共500人');
    expect(bulletin.standing.withContent).toEqual(['广州', '佛山']);
  });

  test('was received in time when any of its records was', async () => {
    const [own, theirs] = await reportedTwice('13');
    await merge(own, theirs);
    const { bulletin } = await get('bureau', openBulletin, { day: octoberDay('13') });
    const line = bulletin.printed.find(({ activityId }) => activityId === own.id);
    expect(line).toMatchObject({ receivedAt: own.bulletin.result === 'taken' ? own.bulletin.receivedAt : 0 });
  });
});

describe('a record that is told under another', () => {
  test('cannot be reported for the bulletin', async () => {
    const name = eventName();
    const own = await report('organiser', name, 100);
    const theirs = await log('partner', { name, hosts: ['广州创投协会'] });
    await merge(own, theirs);
    const change = changeOf(await asKept(theirs), {}, { bulletin: 'report' });
    expect(await refused('partner', saveActivity, change)).toEqual({
      code: 'FROZEN',
      details: { state: 'merged' },
    });
  });

  test('is still its unit’s: it can be changed, accepted and returned by itself', async () => {
    const both = await reportedTwice();
    const [own, theirs] = both;
    await merge(own, theirs);
    const { activity } = await get(
      'partner',
      saveActivity,
      changeOf(await asKept(theirs), { district: '越秀区' }),
    );
    const revision = await accept('activity', activity);
    const back = { kind: 'activity' as const, id: theirs.id, revision, reason: '请核对', fields: [] };
    await get('city', returnRecord, back);
    expect(await asKept(theirs)).toMatchObject({ state: 'returned', mergedInto: own.id });
    expect(await asKept(own)).toMatchObject({ state: 'reported', listed: true, revision: 2 });
  });
});

describe('a merge after the cut-off', () => {
  /** What a day’s own bulletin has of some records after its cut-off, and what the next tells of them. */
  async function printedAndTold(both: readonly Activity[], from: string, next: string) {
    return { printed: await linesOf(from, both), told: await toldOn(next, both[0]?.name ?? '') };
  }

  test('leaves what was printed, and the next bulletin says that two lines are one event, with the reason', async () => {
    await stopClockAt(october('09 10:00'));
    const both = await reportedTwice('09');
    const [own, theirs] = both;
    await stopClockAt(october('09 17:00'));
    await get('bureau', compileBulletin, { day: octoberDay('09') });
    const input = merging(own, theirs, { headcount: counted(510) });
    expect(await refused('bureau', mergeDoubles, input)).toEqual({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'reason', problem: 'required', limit: null }] },
    });
    const { id } = await merge(own, theirs, { headcount: counted(510), reason: '两家单位联合举办' });
    const { printed, told } = await printedAndTold(both, '09', '10');
    expect(printed.map(({ headcount }) => headcount).sort()).toEqual([480, 500]);
    expect(told).toHaveLength(2);
    expect(told).toContainEqual(
      expect.objectContaining({
        unitName: '演示双创示范基地',
        differences: [
          { field: '联合主办单位', said: '无', now: '广州创投协会' },
          { field: '参加人数', said: '500人', now: '510人' },
        ],
        reasons: ['两家单位联合举办'],
      }),
    );
    expect(told).toContainEqual(
      expect.objectContaining({
        unitName: '广州创投协会',
        differences: [{ field: '活动', said: '单独刊登', now: `与《${own.name}》为同一场活动，按一场计` }],
        reasons: ['两家单位联合举办'],
      }),
    );
    // Undone in the same window there is nothing left to tell.
    await get('bureau', undoMerge, { id, reason: '核实后是两场' });
    expect(await toldOn('10', own.name)).toEqual([]);
  });

  test('undone after the cut-off says which event had no line of its own', async () => {
    await stopClockAt(october('10 10:00'));
    const both = await reportedTwice('10');
    const [own, theirs] = both;
    const { id } = await merge(own, theirs);
    await stopClockAt(october('10 17:00'));
    await get('bureau', undoMerge, { id, reason: '核实后是两场' });
    const { printed, told } = await printedAndTold(both, '10', '11');
    expect(printed).toMatchObject([{ id: own.id, coHosts: ['广州创投协会'] }]);
    const differences = told.flatMap((each) => each.differences);
    expect(differences).toContainEqual({ field: '联合主办单位', said: '广州创投协会', now: '无' });
    expect(differences).toContainEqual({
      field: '活动',
      said: `与《${own.name}》作为同一场刊登`,
      now: `另为一场：${theirs.name}，广州创投协会主办，480人参加`,
    });
  });
});

test('two records of seven days are merged and parted within what one transaction may do', async () => {
  await stopClockAt(october('09 10:00'));
  const week = { firstDay: octoberDay('09'), lastDay: octoberDay('15') };
  const name = eventName();
  const both: Activity[] = [];
  for (const person of ['organiser', 'partner']) {
    let activity = await report(person, name, 100, week);
    for (const dayOfMonth of ['10', '11', '12', '13', '14', '15']) {
      const rest = { bulletin: 'report', bulletinDay: octoberDay(dayOfMonth) } as const;
      ({ activity } = await get(person, saveActivity, changeOf(activity, {}, rest)));
    }
    expect(activity.inBulletins).toHaveLength(7);
    both.push(activity);
  }
  const [own, theirs] = both;
  if (own === undefined || theirs === undefined) throw new Error('There are two');
  const merged = await databaseCallsOf('bureau', mergeDoubles, merging(own, theirs));
  expect(merged).toMatchObject({ answer: { ok: true } });
  expect(merged.calls).toBeLessThan(100);
  for (const dayOfMonth of ['14', '15']) expect(await linesOf(dayOfMonth, both)).toHaveLength(1);
  const pair = (await kept('doubles')).find(({ recordIds }) =>
    both.every(({ id }) => (recordIds as string[]).includes(id)),
  );
  const parted = await databaseCallsOf('bureau', undoMerge, { id: String(pair?._id) });
  expect(parted).toMatchObject({ answer: { ok: true } });
  expect(parted.calls).toBeLessThan(100);
  for (const dayOfMonth of ['14', '15']) expect(await linesOf(dayOfMonth, both)).toHaveLength(2);
});

describe('merges and undos in any order', () => {
  test('A (100) merges B at 150, then C at 200: each undo gives back what is merged then, and at last what A is', async () => {
    const name = eventName();
    const shared = { coHosts: bodies('广州银行') };
    const a = await report('organiser', name, 100, { startTime: '09:00' });
    const b = await report('partner', name, 80, shared);
    const c = await report('third', name, 60, shared);
    const forB = await merge(a, b, { headcount: counted(150) });
    const forC = await merge(a, c, { headcount: counted(200) });
    const event = async () => (await asKept(a)).joint;
    expect(await event()).toMatchObject({
      headcount: counted(200),
      coHosts: ['广州创投协会', '广州银行', '广州创业学院'],
    });
    await get('bureau', undoMerge, { id: forB.id });
    expect(await event()).toMatchObject({ headcount: counted(200), coHosts: ['广州创业学院', '广州银行'] });
    await get('bureau', undoMerge, { id: forC.id });
    expect(await asKept(a)).toMatchObject({ joint: null, headcount: counted(100), coHosts: [] });
    for (const each of [b, c])
      expect(await asKept(each)).toMatchObject({ joint: null, mergedInto: null, headcount: each.headcount });
  });

  test('an announced record that merged a reported one stays announced: it cannot be accepted without a headcount', async () => {
    const name = eventName();
    const own = await report('organiser', name, 0, { headcount: null });
    const theirs = await report('partner', name, 40);
    const { id, stays } = await merge(own, theirs, { headcount: counted(45) });
    expect(await asKept(own)).toMatchObject({ state: 'announced', joint: { headcount: counted(45) } });
    const acceptance = { kind: 'activity', ...stays } as const;
    await expect(accept('activity', acceptance)).rejects.toThrow('FROZEN');
    await get('bureau', undoMerge, { id });
    expect(await asKept(own)).toMatchObject({ state: 'announced', headcount: null });
    expect(await asKept(theirs)).toMatchObject({ state: 'reported', headcount: counted(40) });
  });
});

describe('of two accepted records of two cities', () => {
  /** What the province, the two cities and the public have of an event. */
  async function everywhere(both: readonly Activity[]) {
    const ids = both.map(({ id }) => id);
    const countedBy = async (person: PersonId) =>
      (await recordsIn(await compile(person))).filter(({ id }) => ids.includes(id)).map(({ id }) => id);
    const { activities } = await get('visitor', listActivities, { day: octoberDay('11'), after: null });
    return {
      province: await countedBy('bureau'),
      guangzhou: await countedBy('city'),
      foshan: await countedBy('foshan-staff'),
      listed: activities.filter(({ id }) => ids.includes(id)).map(({ id }) => id),
    };
  }

  test('the leading one returned: the province still counts one, both addresses lead to the other, each city counts its own', async () => {
    const both = await reportedTwice('11', 'foshan');
    const [own, theirs] = both;
    await accept('activity', own);
    await accept('activity', theirs, 'foshan-staff');
    await merge(own, theirs);
    expect(await everywhere(both)).toEqual({
      province: [own.id],
      guangzhou: [own.id],
      foshan: [theirs.id],
      listed: [own.id],
    });
    await get('visitor', saveFavourite, { activityId: own.id, isFavourite: true });
    const { id, revision } = await asKept(own);
    const back = { kind: 'activity' as const, id, revision, reason: '请核对人数', fields: ['headcount'] };
    await get('city', returnRecord, back);
    expect(await everywhere(both)).toEqual({
      province: [theirs.id],
      guangzhou: [],
      foshan: [theirs.id],
      listed: [theirs.id],
    });
    for (const address of [own.id, theirs.id])
      expect((await get('visitor', readActivity, { id: address })).activity).toMatchObject({
        id: theirs.id,
        headcount: counted(480),
      });
    expect((await get('visitor', listFavourites, {})).activities.map((each) => each.id)).toEqual([theirs.id]);
    // Reported and accepted again it counts as before.
    const { activity } = await get('organiser', saveActivity, changeOf(await asKept(own)));
    await accept('activity', activity);
    expect(await everywhere(both)).toMatchObject({
      province: [own.id],
      guangzhou: [own.id],
      listed: [own.id],
    });
    const shared = (await leftOutOf(await compile('bureau'))).filter((each) => each.id === theirs.id);
    expect(shared).toMatchObject([{ reason: 'merged', isShared: true, headcount: counted(480) }]);
  });
});
