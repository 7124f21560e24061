import { acceptRecord } from '#shared/contract/record/accept-record';
import { answerCoHost } from '#shared/contract/record/answer-co-host';
import { askToCoHost } from '#shared/contract/record/ask-to-co-host';
import { leaveAsCoHost } from '#shared/contract/record/leave-as-co-host';
import { listCoHosts } from '#shared/contract/record/list-co-hosts';
import { listNotices } from '#shared/contract/notice/list-notices';
import { openBulletin } from '#shared/contract/bulletin/open-bulletin';
import { openReporting } from '#shared/contract/record/open-reporting';
import { saveActivity } from '#shared/contract/record/save-activity';
import { stateNil } from '#shared/contract/record/state-nil';
import { withdrawRecord } from '#shared/contract/record/withdraw-record';
import type { Activity } from '#shared/record/activity';
import { bodies, october, octoberDay } from '../../../shared/example-records';
import { changeOf, log } from '../../support/log-form';
import {
  addPerson,
  ask,
  get,
  keptAs,
  refused,
  runTheCloud,
  stopClockAt,
  wakeTheTimer,
  type PersonId,
} from '../../support/running-cloud';

runTheCloud();

beforeEach(() => stopClockAt(october('10 10:00')));

const made = { partners: 0 };

/** A unit of another city, of which nothing came yet, and a member of it. */
async function partner(city = '河源') {
  made.partners += 1;
  const unit = { unitId: `partner-${made.partners}`, unitName: `${city}服务平台${made.partners}`, city };
  const person: PersonId = `of-partner-${made.partners}`;
  await addPerson(person, { ...unit, role: 'organiser' });
  return { person, ...unit };
}

async function kept(id: string): Promise<Activity> {
  const { _id, ...fields } = await keptAs('activities', id);
  return { id: _id, ...fields } as unknown as Activity;
}

async function unitStands(unitId: string, span: string) {
  const { units } = await get('bureau', openReporting, { span });
  return units.find((each) => each.unitId === unitId)?.status;
}

/** What the members of a person’s unit are told. */
async function told(person: PersonId) {
  const { notices } = await get(person, listNotices, {});
  return notices.map(({ kind, note }) => [kind, note]);
}

describe('a unit that asks to be a co-host', () => {
  test('is on the record once the record’s unit says yes, and each is told what the other did', async () => {
    const theirs = await partner();
    const { id } = await log('organiser', { name: '请求联合主办的对接会' });
    const asked = await get(theirs.person, askToCoHost, { id });
    expect(asked.coHosting).toMatchObject({ state: 'asked', unitName: theirs.unitName });
    expect(await kept(id)).toMatchObject({ revision: 1, coHosts: [] });
    expect(await told('organiser')).toContainEqual([
      'co-host-asked',
      `${theirs.unitName}：请求作为联合主办单位加入`,
    ]);
    const waiting = await get('organiser', listCoHosts, { which: 'waiting', after: null });
    expect(waiting.coHostings.map(({ unitId }) => unitId)).toContain(theirs.unitId);

    await get('organiser', answerCoHost, { id, unitId: theirs.unitId, answer: 'accept' });
    expect(await kept(id)).toMatchObject({
      revision: 2,
      state: 'reported',
      coHosts: [{ unitId: theirs.unitId, name: theirs.unitName }],
    });
    expect(await told(theirs.person)).toEqual([['co-host-answered', '演示双创示范基地：已列为联合主办单位']]);
    const own = await get(theirs.person, listCoHosts, { which: 'own', after: null });
    expect(own.coHostings).toMatchObject([{ activityId: id, state: 'accepted' }]);
  });

  test('asks once, however often it asks, and is answered once', async () => {
    const theirs = await partner();
    const { id } = await log('organiser', { name: '反复请求的对接会' });
    const first = await get(theirs.person, askToCoHost, { id });
    await stopClockAt(october('10 11:00'));
    expect(await get(theirs.person, askToCoHost, { id })).toEqual(first);
    const answer = { id, unitId: theirs.unitId, answer: 'accept' } as const;
    await get('organiser', answerCoHost, answer);
    await get('organiser', answerCoHost, answer);
    expect(await kept(id)).toMatchObject({ revision: 2 });
    expect(await told(theirs.person)).toHaveLength(1);
  });

  test('may be answered by the reviewer of the record, and by no other city', async () => {
    const theirs = await partner();
    const { id } = await log('organiser', { name: '由审核单位答复的对接会' });
    await get(theirs.person, askToCoHost, { id });
    const answer = { id, unitId: theirs.unitId, answer: 'accept' } as const;
    for (const person of ['shenzhen-city', theirs.person])
      expect(await refused(person, answerCoHost, answer)).toEqual({ code: 'FORBIDDEN', details: {} });
    const waiting = await get('city', listCoHosts, { which: 'waiting', after: null });
    expect(waiting.coHostings.map(({ unitId }) => unitId)).toContain(theirs.unitId);
    expect((await get('city', answerCoHost, answer)).coHosting.state).toBe('accepted');
  });

  test('that is told no does not ask again, and has no credit', async () => {
    const theirs = await partner();
    const { id } = await log('organiser', { name: '没有同意的对接会' });
    await get(theirs.person, askToCoHost, { id });
    await get('organiser', answerCoHost, { id, unitId: theirs.unitId, answer: 'refuse' });
    expect(await refused(theirs.person, askToCoHost, { id })).toEqual({
      code: 'FROZEN',
      details: { state: 'co-host-refused' },
    });
    expect(await unitStands(theirs.unitId, 'week')).toBe('not-reported');
    expect(await refused('organiser', answerCoHost, { id, unitId: theirs.unitId, answer: 'accept' })).toEqual(
      { code: 'FROZEN', details: { state: 'co-host-decided' } },
    );
  });

  test('may take its wish back', async () => {
    const theirs = await partner();
    const { id } = await log('organiser', { name: '撤回请求的对接会' });
    await get(theirs.person, askToCoHost, { id });
    expect((await get(theirs.person, leaveAsCoHost, { id })).coHosting.state).toBe('left');
    expect(await kept(id)).toMatchObject({ revision: 1 });
    expect((await get(theirs.person, askToCoHost, { id })).coHosting.state).toBe('asked');
  });

  test('asks for what is another unit’s and still stands', async () => {
    const { id, revision } = await log('organiser', { name: '已经撤回的对接会' });
    expect(await refused('organiser', askToCoHost, { id })).toMatchObject({ code: 'INVALID_INPUT' });
    const theirs = await partner();
    expect(await refused(theirs.person, leaveAsCoHost, { id })).toEqual({
      code: 'NOT_FOUND',
      details: { what: 'co-host' },
    });
    await get('organiser', withdrawRecord, { kind: 'activity', id, revision });
    expect(await refused(theirs.person, askToCoHost, { id })).toEqual({
      code: 'FROZEN',
      details: { state: 'withdrawn' },
    });
  });

  test('is no change that anybody has to look at once the record is accepted', async () => {
    const theirs = await partner();
    const { id, revision } = await log('organiser', { name: '审核后加入的对接会' });
    await get('city', acceptRecord, { kind: 'activity', id, revision });
    await get(theirs.person, askToCoHost, { id });
    await get('organiser', answerCoHost, { id, unitId: theirs.unitId, answer: 'accept' });
    expect(await kept(id)).toMatchObject({
      state: 'accepted',
      coHosts: [{ name: theirs.unitName }],
      changedAfterAcceptance: { count: 0, unseen: 0 },
    });
  });

  test('finds no place where there are twenty', async () => {
    const theirs = await partner();
    const coHosts = bodies(...Array.from({ length: 20 }, (_each, index) => `协办单位${index + 1}`));
    const { id } = await log('organiser', { name: '协办很多的对接会', coHosts });
    expect(await refused(theirs.person, askToCoHost, { id })).toEqual({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'coHosts', problem: 'too-many', limit: 20 }] },
    });
  });
});

test('two units that are answered at once are both on the record, and the last place goes to one', async () => {
  const coHosts = bodies(...Array.from({ length: 18 }, (_each, index) => `协办单位${index + 1}`));
  const { id } = await log('organiser', { name: '同时答复的对接会', coHosts });
  const units = [await partner(), await partner(), await partner()];
  for (const { person } of units) await get(person, askToCoHost, { id });
  const answers = await Promise.all(
    units.map(({ unitId }) => ask('organiser', answerCoHost, { id, unitId, answer: 'accept' })),
  );
  expect(answers.filter((answer) => 'ok' in answer && answer.ok)).toHaveLength(2);
  const { coHosts: all, jointUnits } = await kept(id);
  expect(all).toHaveLength(20);
  expect(jointUnits).toHaveLength(2);
});

describe('a unit that the record’s own unit names', () => {
  test('is on the record at once under its own name, is told, and may leave', async () => {
    const theirs = await partner();
    const named = [{ unitId: theirs.unitId, name: '写错的名字' }, ...bodies('广州银行')];
    const { id } = await log('organiser', { name: '填报时点名的对接会', coHosts: named });
    expect((await kept(id)).coHosts).toEqual([
      { unitId: theirs.unitId, name: theirs.unitName },
      ...bodies('广州银行'),
    ]);
    expect(await told(theirs.person)).toEqual([['co-host-answered', '演示双创示范基地：已列为联合主办单位']]);
    await get(theirs.person, leaveAsCoHost, { id });
    const left = await kept(id);
    expect(left).toMatchObject({ coHosts: bodies('广州银行'), jointUnits: [] });
    expect(await told('organiser')).toContainEqual([
      'co-host-left',
      `${theirs.unitName}：不再作为联合主办单位`,
    ]);
    // Having left it is not named again, until it asks.
    const again = changeOf(left, { coHosts: named });
    expect(await refused('organiser', saveActivity, again)).toEqual({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'activity.coHosts.0', problem: 'not-a-choice', limit: null }] },
    });
  });

  test('is taken off by a change of the record, or by an answer, and is told', async () => {
    const [one, other] = [await partner(), await partner()];
    const coHosts = [one, other].map(({ unitId, unitName }) => ({ unitId, name: unitName }));
    const activity = await log('organiser', { name: '移除单位的对接会', coHosts });
    await get('organiser', saveActivity, changeOf(activity, { coHosts: coHosts.slice(1) }));
    await get('organiser', answerCoHost, { id: activity.id, unitId: other.unitId, answer: 'remove' });
    expect((await kept(activity.id)).coHosts).toEqual([]);
    for (const { person, unitId } of [one, other]) {
      expect(await told(person)).toContainEqual(['co-host-left', '演示双创示范基地：不再列为联合主办单位']);
      expect(await unitStands(unitId, 'week')).toBe('not-reported');
    }
  });

  test('has to be a unit in use, and another than the own', async () => {
    for (const unitId of ['no-such-unit', 'unit-0']) {
      const form = changeOf(await log('organiser', { name: '点错单位的对接会' }), {
        coHosts: [{ unitId, name: '某某单位' }],
      });
      expect(await refused('organiser', saveActivity, form)).toMatchObject({
        details: { fields: [{ field: 'activity.coHosts.0', problem: 'not-a-choice' }] },
      });
    }
  });
});

describe('who hosts jointly', () => {
  test('has content for those days and for the week, and cannot state that it has none', async () => {
    const theirs = await partner('汕尾');
    const coHosts = [{ unitId: theirs.unitId, name: theirs.unitName }];
    await log('organiser', { name: '两地联合的对接会', coHosts });
    expect(await unitStands(theirs.unitId, octoberDay('10'))).toBe('has-content');
    expect(await unitStands(theirs.unitId, octoberDay('11'))).toBe('none-owed');
    expect(await unitStands(theirs.unitId, 'week')).toBe('has-content');
    const { cities } = await get('bureau', openReporting, { span: 'week' });
    expect(cities.find(({ city }) => city === '汕尾')?.status).toBe('has-content');
    expect(await refused(theirs.person, stateNil, { scope: 'unit', span: 'week' })).toEqual({
      code: 'FROZEN',
      details: { state: 'has-content' },
    });
  });

  test('has it no more when the record is withdrawn', async () => {
    const theirs = await partner();
    const coHosts = [{ unitId: theirs.unitId, name: theirs.unitName }];
    const { id, revision } = await log('organiser', { name: '后来撤回的联合对接会', coHosts });
    await get('organiser', withdrawRecord, { kind: 'activity', id, revision });
    expect(await unitStands(theirs.unitId, 'week')).toBe('not-reported');
    await get(theirs.person, stateNil, { scope: 'unit', span: 'week' });
  });

  test('is in the bulletin’s line while the window is open, and afterwards a correction', async () => {
    const [early, late] = [await partner(), await partner()];
    await stopClockAt(october('12 10:00'));
    const onTheDay = { firstDay: octoberDay('12'), lastDay: octoberDay('12') };
    const { id } = await log(
      'organiser',
      { name: '进简报的联合对接会', ...onTheDay },
      { bulletin: 'report' },
    );
    const join = async ({ person, unitId }: typeof early) => {
      await get(person, askToCoHost, { id });
      await get('organiser', answerCoHost, { id, unitId, answer: 'accept' });
    };
    await join(early);
    await stopClockAt(october('12 16:02'));
    await wakeTheTimer();
    await join(late);
    const { bulletin } = await get('bureau', openBulletin, { day: octoberDay('12') });
    expect(bulletin.printed.map(({ coHosts }) => coHosts)).toEqual([[early.unitName]]);
    const next = await get('bureau', openBulletin, { day: octoberDay('13') });
    expect(next.bulletin.corrections).toMatchObject([
      {
        name: '进简报的联合对接会',
        differences: [
          { field: '联合主办单位', said: early.unitName, now: `${early.unitName}、${late.unitName}` },
        ],
        reasons: [`${late.unitName}加入为联合主办单位`],
      },
    ]);
  });
});
