import { readFileSync } from 'node:fs';
import { grantException } from '#shared/contract/bulletin/grant-exception';
import { issueBulletin } from '#shared/contract/bulletin/issue-bulletin';
import { listExceptions } from '#shared/contract/bulletin/list-exceptions';
import { openLogForm } from '#shared/contract/record/open-log-form';
import { openBulletin } from '#shared/contract/bulletin/open-bulletin';
import { revokeException } from '#shared/contract/bulletin/revoke-exception';
import { saveActivity } from '#shared/contract/record/save-activity';
import type { BulletinException } from '#shared/bulletin/bulletin-exception';
import { settledAt } from '#shared/week/bulletin-window';
import { edition2018, october, octoberDay } from '../../../shared/example-records';
import { changeOf, log, logForm } from '../../support/log-form';
import {
  addPerson,
  ask,
  everythingKept,
  get,
  kept,
  makeRequestsMeet,
  refused,
  runTheCloud,
  stopClockAt,
} from '../../support/running-cloud';

runTheCloud();

const report = { bulletin: 'report' } as const;

/** An activity on a day of October at nine, or another time. */
function onDay(dayOfMonth: string, startTime = '09:00') {
  const day = octoberDay(dayOfMonth);
  return { firstDay: day, lastDay: day, startTime, endTime: '21:30' };
}

/** The bureau grants the organiser's unit an exception for a day. */
async function grant(dayOfMonth: string, until: string): Promise<BulletinException> {
  const input = {
    unitId: 'unit-0',
    day: octoberDay(dayOfMonth),
    until: october(until),
    reason: '会场断电，无法按时报送',
  };
  return (await get('bureau', grantException, input)).exception;
}

async function entriesOf(activityId: string) {
  return (await kept('bulletin-entries')).filter((entry) => entry.activityId === activityId);
}

async function correctionsOf(activityId: string) {
  return (await kept('corrections')).filter((each) => each.activityId === activityId);
}

test('a bulletin waits longer than any report can run that was received before its cut-off', () => {
  const { functions } = JSON.parse(readFileSync('cloudfunctions/cloudbaserc.json', 'utf8')) as {
    functions: { name: string; timeout: number }[];
  };
  const longestMs = Number(functions.find(({ name }) => name === 'organiser')?.timeout) * 1000;
  expect(settledAt(edition2018, '2018-10-10', []) - october('10 16:00')).toBeGreaterThan(longestMs);
});

/** A unit of another city, whose member is `shenzhen`. */
beforeAll(() =>
  addPerson('shenzhen', {
    unitId: 'unit-shenzhen',
    unitName: '深圳示范平台',
    city: '深圳',
    role: 'organiser',
  }),
);

describe('an exception', () => {
  test('lets the named unit report until its time, to the millisecond, and no other unit', async () => {
    await stopClockAt(october('09 16:00:00.000'));
    expect(await refused('organiser', saveActivity, logForm(onDay('09'), report))).toMatchObject({
      code: 'CUTOFF_PASSED',
    });
    const exception = await grant('09', '09 18:00');
    expect(exception).toMatchObject({
      unitName: '演示双创示范基地',
      unitCity: '广州',
      day: '2018-10-09',
      grantedAt: october('09 16:00'),
      usedAt: null,
      revokedAt: null,
    });

    await stopClockAt(october('09 17:59:59.999'));
    const until = october('09 18:00');
    expect((await get('organiser', openLogForm, { id: null })).leaves).toEqual([
      { day: '2018-10-09', until, reason: '会场断电，无法按时报送' },
    ]);
    expect((await get('shenzhen', openLogForm, { id: null })).leaves).toEqual([]);
    const { id, bulletin } = await log('organiser', onDay('09'), report);
    const receivedAt = october('09 17:59:59.999');
    expect(bulletin).toEqual({ result: 'taken', day: '2018-10-09', receivedAt });
    expect(await entriesOf(id)).toMatchObject([{ day: '2018-10-09', receivedAt }]);
    expect(
      await refused('shenzhen', saveActivity, logForm({ ...onDay('09'), city: '深圳' }, report)),
    ).toMatchObject({ code: 'CUTOFF_PASSED', details: { closedAt: october('09 16:00') } });

    await stopClockAt(october('09 18:00:00.000'));
    expect((await get('organiser', openLogForm, { id: null })).leaves).toEqual([]);
    expect(await refused('organiser', saveActivity, logForm(onDay('09'), report))).toEqual({
      code: 'CUTOFF_PASSED',
      details: { day: '2018-10-09', closedAt: october('09 18:00'), serverNow: october('09 18:00') },
    });
    const { exceptions } = await get('bureau', listExceptions, { day: '2018-10-09' });
    expect(exceptions).toEqual([{ ...exception, usedAt: receivedAt }]);
  });

  test('lets what was reported in time be changed without a reason until it ends, and then only with one', async () => {
    await stopClockAt(october('10 15:00'));
    let activity = await log('organiser', onDay('10'), report);
    await grant('10', '10 17:00');
    await stopClockAt(october('10 16:59:59.999'));
    ({ activity } = await get(
      'organiser',
      saveActivity,
      changeOf(activity, { name: '补报时间内改名的活动' }, report),
    ));
    expect(await entriesOf(activity.id)).toMatchObject([
      { name: '补报时间内改名的活动', receivedAt: october('10 15:00') },
    ]);
    expect(await correctionsOf(activity.id)).toEqual([]);

    await stopClockAt(october('10 17:00'));
    const change = changeOf(activity, { name: '补报时间后改名的活动' }, report);
    expect(await refused('organiser', saveActivity, change)).toEqual({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'reason', problem: 'required', limit: null }] },
    });
  });

  test('for the last day lets an evening in', async () => {
    await stopClockAt(october('15 20:00'));
    expect(await refused('organiser', saveActivity, logForm(onDay('15', '19:00'), report))).toMatchObject({
      code: 'CUTOFF_PASSED',
    });
    await grant('15', '15 23:00');
    const { bulletin } = await log('organiser', onDay('15', '19:00'), report);
    expect(bulletin).toEqual({ result: 'taken', day: '2018-10-15', receivedAt: october('15 20:00') });
    await stopClockAt(october('15 23:00'));
    expect(await refused('organiser', saveActivity, logForm(onDay('15', '19:00'), report))).toMatchObject({
      code: 'CUTOFF_PASSED',
    });
  });

  test('that nobody used can be revoked, and then lets nobody in', async () => {
    await stopClockAt(october('11 16:10'));
    const { id } = await grant('11', '11 20:00');
    const { exception } = await get('bureau', revokeException, { id });
    expect(exception.revokedAt).toBe(october('11 16:10'));
    expect(await refused('organiser', saveActivity, logForm(onDay('11'), report))).toMatchObject({
      code: 'CUTOFF_PASSED',
      details: { closedAt: october('11 16:00') },
    });
  });

  test('that somebody used cannot be revoked', async () => {
    await stopClockAt(october('11 16:20'));
    const { id } = await grant('11', '11 20:00');
    await log('organiser', onDay('11'), report);
    expect(await refused('bureau', revokeException, { id })).toEqual({
      code: 'FROZEN',
      details: { state: 'exception-used' },
    });
  });

  test('that is revoked and used at the same moment is one of the two', async () => {
    await stopClockAt(october('12 16:10'));
    const { id } = await grant('12', '12 20:00');
    await makeRequestsMeet('bureau', openBulletin, { day: '2018-10-12' });
    const [revoked, reported] = await Promise.all([
      ask('bureau', revokeException, { id }),
      ask('organiser', saveActivity, logForm(onDay('12'), report)),
    ]);
    const isIn = 'ok' in reported && reported.ok;
    expect('ok' in revoked && revoked.ok).toBe(!isIn);
    const { exceptions } = await get('bureau', listExceptions, { day: '2018-10-12' });
    expect(exceptions.find((each) => each.id === id)).toMatchObject(
      isIn ? { revokedAt: null } : { usedAt: null },
    );
  });

  test.each([
    ['at the cut-off itself', '13 16:00', 'not-after-cut-off'],
    ['in the past', '13 16:30', 'not-after-cut-off'],
    ['beyond the next cut-off', '14 16:00:00.001', 'after-next-cut-off'],
  ])('until a time %s is refused, and nothing is stored', async (_sentence, until, problem) => {
    await stopClockAt(october('13 16:30'));
    const before = await everythingKept();
    const input = { unitId: 'unit-0', day: '2018-10-13', until: october(until), reason: '会场断电' };
    expect(await refused('bureau', grantException, input)).toEqual({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'until', problem, limit: null }] },
    });
    expect(await everythingKept()).toEqual(before);
  });

  test('needs a unit and a day of the week that exist', async () => {
    const input = { unitId: 'unit-0', day: '2018-10-13', until: october('13 18:00'), reason: '会场断电' };
    expect(await refused('bureau', grantException, { ...input, unitId: 'nobody' })).toEqual({
      code: 'NOT_FOUND',
      details: { what: 'unit' },
    });
    expect(await refused('bureau', grantException, { ...input, day: '2018-10-16' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await refused('bureau', revokeException, { id: 'none' })).toEqual({
      code: 'NOT_FOUND',
      details: { what: 'exception' },
    });
  });

  test('comes too late once the day’s bulletin is issued', async () => {
    await stopClockAt(october('13 16:40'));
    const { bulletin } = await get('bureau', openBulletin, { day: '2018-10-13' });
    await get('bureau', issueBulletin, { day: '2018-10-13', revision: bulletin.revision });
    await stopClockAt(october('13 16:50'));
    const input = { unitId: 'unit-0', day: '2018-10-13', until: october('13 18:00'), reason: '会场断电' };
    expect(await refused('bureau', grantException, input)).toEqual({
      code: 'DEADLINE_PASSED',
      details: { what: 'bulletin', closedAt: october('13 16:40'), serverNow: october('13 16:50') },
    });
  });

  test('that is granted while the bulletin is issued: one of the two, never both', async () => {
    await stopClockAt(october('14 16:10'));
    const { bulletin } = await get('bureau', openBulletin, { day: '2018-10-14' });
    await makeRequestsMeet('bureau', openBulletin, { day: '2018-10-14' });
    const input = { unitId: 'unit-0', day: '2018-10-14', until: october('14 18:00'), reason: '会场断电' };
    const [issued, granted] = await Promise.all([
      ask('bureau', issueBulletin, { day: '2018-10-14', revision: bulletin.revision }),
      ask('bureau', grantException, input),
    ]);
    const isIssued = 'ok' in issued && issued.ok;
    expect('ok' in granted && granted.ok).toBe(!isIssued);
  });
});
