import { changeEdition } from '#shared/contract/edition/change-edition';
import { continueEditionChange } from '#shared/contract/edition/continue-edition-change';
import { listEditions } from '#shared/contract/edition/list-editions';
import { listNotices } from '#shared/contract/notice/list-notices';
import { listActivities } from '#shared/contract/public/list-activities';
import { openRecord } from '#shared/contract/record/open-record';
import { withdrawRecord } from '#shared/contract/record/withdraw-record';
import type { Activity } from '#shared/record/activity';
import { fieldsOf, type Edition, type EditionFields } from '#shared/week/edition';
import type { ErrorDetails } from '#shared/refusal/errors';
import { october, octoberDay } from '../../../shared/example-records';
import { log } from '../../support/log-form';
import { logShowcase } from '../../support/records';
import {
  addPerson,
  ask,
  causeTrouble,
  endTroubles,
  get,
  kept,
  keptAs,
  loggedFailure,
  putDocuments,
  refusalIn,
  runTheCloud,
  stopClockAt,
  wakeTheTimer,
  type Answer,
} from '../../support/running-cloud';

runTheCloud();

/** Before the first window has ended everything may still move. */
beforeEach(() => stopClockAt(october('08 20:00')));
afterEach(endTroubles);

async function edition(): Promise<Edition> {
  const found = (await get('bureau', listEditions, {})).editions.find(({ id }) => id === '2018');
  if (found === undefined) throw new Error('2018 is there');
  return found;
}

async function change(fields: Partial<EditionFields>): Promise<Answer> {
  const before = await edition();
  return ask('bureau', changeEdition, {
    id: '2018',
    revision: before.revision,
    fields: { ...fieldsOf(before), ...fields },
  });
}

async function changed(fields: Partial<EditionFields>): Promise<void> {
  const answer = await change(fields);
  if (!('ok' in answer) || !answer.ok) throw new Error(`Not changed: ${JSON.stringify(answer)}`);
  await get('bureau', continueEditionChange, { id: '2018' });
}

function whatStandsInTheWay(answer: Answer): ErrorDetails['INVALID_INPUT'] {
  const refusal = refusalIn(answer);
  if (refusal.code !== 'INVALID_INPUT') throw new Error(`Refused otherwise: ${JSON.stringify(refusal)}`);
  return refusal.details;
}

async function recordOf(id: string): Promise<Activity> {
  return (await keptAs('activities', id)) as unknown as Activity;
}

/** The week as it was announced, however a test left it. */
const announced = {
  firstDay: octoberDay('09'),
  lastDay: octoberDay('15'),
  cityDeadline: octoberDay('15'),
  provinceDeadline: octoberDay('16'),
};

describe('a week that ends a day later', () => {
  const longer = {
    lastDay: octoberDay('16'),
    cityDeadline: octoberDay('16'),
    provinceDeadline: octoberDay('17'),
  };
  afterEach(() => changed(announced));

  test('takes in the day of each record that goes on to it, and what was typed stays', async () => {
    const before = await log('organiser', { firstDay: octoberDay('15'), lastDay: octoberDay('16') });
    expect(before.days).toEqual([octoberDay('15')]);
    await changed(longer);
    const after = await recordOf(before.id);
    expect(after).toMatchObject({
      days: [octoberDay('15'), octoberDay('16')],
      revision: before.revision,
      updatedAt: before.updatedAt,
      lastDay: before.lastDay,
    });
    const list = { day: octoberDay('16'), after: null };
    const { activities } = await get('visitor', listActivities, list);
    expect(activities.map(({ id }) => id)).toContain(before.id);
  });

  test('is told to the members, with what was and what is', async () => {
    await changed(longer);
    const { notices } = await get('organiser', listNotices, {});
    expect(notices[0]).toMatchObject({
      kind: 'dates-changed',
      note: expect.stringContaining(
        '活动周最后一天由10月15日改为10月16日；地市报省截止由10月15日改为10月16日',
      ) as string,
    });
  });
});

describe('a week that ends a day earlier', () => {
  const shorter = { lastDay: octoberDay('14') };
  /** Records of the demo that would be left without a day are moved into the week. */
  beforeAll(async () => {
    const ofTheLastDay = (await kept('activities')).filter(({ firstDay }) => firstDay === octoberDay('15'));
    await putDocuments(
      'activities',
      ofTheLastDay.map((each) => ({ ...each, firstDay: octoberDay('14'), days: each.days })),
    );
  });
  afterEach(() => changed(announced));

  test('takes the last day from each record that has another', async () => {
    const before = await log('organiser', { firstDay: octoberDay('14'), lastDay: octoberDay('15') });
    await changed(shorter);
    expect((await recordOf(before.id)).days).toEqual([octoberDay('14')]);
    const days = (await kept('activities'))
      .filter(({ state }) => state !== 'withdrawn')
      .map((each) => each.days as string[]);
    expect(days.flat()).not.toContain(octoberDay('15'));
    expect(days.filter((each) => each.length === 0)).toEqual([]);
  });

  test('is refused with the records that would be left without a day, the first few and how many', async () => {
    const lastDay = { firstDay: octoberDay('15'), lastDay: octoberDay('15') };
    const left: Activity[] = [];
    for (let each = 1; each <= 6; each += 1)
      left.push(await log('organiser', { ...lastDay, name: `最后一天的第${each}场活动` }));
    const { fields, inTheWay } = whatStandsInTheWay(await change(shorter));
    expect(fields).toEqual([{ field: 'fields.lastDay', problem: 'in-use', limit: null }]);
    expect(inTheWay?.count).toBe(6);
    expect(inTheWay?.first).toHaveLength(5);
    expect(inTheWay?.first[0]).toMatchObject({ what: 'activity', unitName: '演示双创示范基地' });
    expect((await edition()).lastDay).toBe(octoberDay('15'));

    // Taken back, they are in nobody's way.
    for (const { id, revision } of left)
      await get('organiser', withdrawRecord, { kind: 'activity', id, revision, reason: '误报' });
    await changed(shorter);
  });
});

describe('what records need stays in the edition', () => {
  test('a city with records, or with units in use, is not taken out, and both are shown', async () => {
    const { cities } = await edition();
    await addPerson('meizhou', { unitId: 'unit-m', unitName: '梅州孵化器', city: '梅州', role: 'organiser' });
    const { id } = await logShowcase('meizhou', { city: '梅州' });
    const answer = await change({ cities: cities.filter((city) => city !== '梅州') });
    const { fields, inTheWay } = whatStandsInTheWay(answer);
    expect(fields).toEqual([{ field: 'fields.cities', problem: 'in-use', limit: null }]);
    expect(inTheWay?.first).toContainEqual({
      what: 'showcase',
      id,
      name: '一家小微企业的数字化车间',
      unitName: '梅州孵化器',
    });
    expect(inTheWay?.first.some(({ what }) => what === 'unit')).toBe(true);
  });

  test('a series is not taken out while an activity is in it, and is once none is', async () => {
    const activity = await log('organiser', { series: '创客广东' });
    const { series } = await edition();
    const without = { series: series.filter((each) => each !== '创客广东') };
    expect(whatStandsInTheWay(await change(without))).toMatchObject({
      fields: [{ field: 'fields.series', problem: 'in-use' }],
      inTheWay: { count: 1, first: [{ what: 'activity', id: activity.id, name: activity.name }] },
    });
    const { id, revision } = activity;
    await get('organiser', withdrawRecord, { kind: 'activity', id, revision, reason: '误报' });
    await changed(without);
    await changed({ series });
  });
});

describe('a change that is cut off', () => {
  const many = 70;
  const longer = {
    lastDay: octoberDay('16'),
    cityDeadline: octoberDay('16'),
    provinceDeadline: octoberDay('17'),
  };

  beforeAll(async () => {
    await stopClockAt(october('08 20:00'));
    const { id, ...one } = await log('organiser', { firstDay: octoberDay('15'), lastDay: octoberDay('16') });
    const copies = Array.from({ length: many }, (_each, index) => ({
      ...one,
      _id: `${id}-${String(index).padStart(3, '0')}`,
    }));
    await putDocuments('activities', copies);
  });
  afterEach(() => changed(announced));

  async function withoutTheDay(): Promise<number> {
    const goingOn = (await kept('activities')).filter(
      ({ lastDay, state }) => lastDay === octoberDay('16') && state !== 'withdrawn',
    );
    return goingOn.filter(({ days }) => !(days as string[]).includes(octoberDay('16'))).length;
  }

  /** Lets the change itself and one step be kept, and no more. */
  async function cutOff(): Promise<void> {
    await causeTrouble({
      action: 'database.commitTransaction',
      skip: 2,
      times: 1,
      errorCode: 'DATABASE_REQUEST_FAILED',
    });
    expect(await change(longer)).toMatchObject({ ok: true });
    await endTroubles();
    await loggedFailure();
  }

  test('leaves each record as it was or as it will be, and is gone on with by whoever made it', async () => {
    await cutOff();
    const left = await withoutTheDay();
    expect(left).toBeGreaterThan(0);
    const { rework } = await get('bureau', continueEditionChange, { id: '2018' });
    expect(rework).toMatchObject({ isDone: true, stranded: { count: 0 } });
    expect(rework?.changed).toBeGreaterThanOrEqual(many);
    expect(await withoutTheDay()).toBe(0);
  });

  test('is gone on with by the timer', async () => {
    await cutOff();
    expect(await withoutTheDay()).toBeGreaterThan(0);
    await wakeTheTimer();
    expect(await withoutTheDay()).toBe(0);
    expect(await keptAs('edition-reworks', '2018')).toMatchObject({ isDone: true });
  });
});

test('a record is opened with the days of its edition as they are now', async () => {
  const { id } = await log('organiser', { firstDay: octoberDay('15'), lastDay: octoberDay('16') });
  const { kept: opened } = await get('organiser', openRecord, { kind: 'activity', id });
  expect(opened.record).toMatchObject({ days: [octoberDay('15')] });
});
