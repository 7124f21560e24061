import { checkIn } from '#shared/contract/public/check-in';
import { openCheckIn } from '#shared/contract/record/open-check-in';
import { draft, october } from '../../shared/example-records';
import { log } from '../support/log-form';
import {
  addPerson,
  ask,
  get,
  kept,
  makeRequestsMeet,
  openidOf,
  refused,
  runTheCloud,
  stopClockAt,
} from '../support/running-cloud';
import { anActivityWithItsCode, codesOf } from '../support/venue-code';

runTheCloud();

beforeEach(() => stopClockAt(october('10 09:00')));

const notACode = {
  code: 'INVALID_INPUT',
  details: { fields: [{ field: 'code', problem: 'not-a-code', limit: null }] },
};

describe('the venue’s codes', () => {
  test('are handed out two hours ahead, one a minute, each another', async () => {
    const { id } = await log('organiser', { endTime: '18:00' });
    const opened = await get('organiser', openCheckIn, { id });
    expect(opened.codes).toHaveLength(120);
    expect(new Set(opened.codes).size).toBe(120);
    expect(opened.firstSlot * opened.slotMs).toBe(october('10 09:00'));
  });

  test('end with the activity’s time', async () => {
    const { id } = await log('organiser');
    await stopClockAt(october('10 12:20'));
    expect(await codesOf(id)).toHaveLength(10);
    await stopClockAt(october('10 12:30'));
    expect(await codesOf(id)).toEqual([]);
  });

  test('are for the unit and its reviewers only', async () => {
    expect(await refused('visitor', openCheckIn, { id: 'demo-activity-1' })).toMatchObject({
      code: 'NO_MEMBERSHIP',
    });
    expect(await refused('organiser', openCheckIn, { id: 'demo-activity-1' })).toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('a person who scans', () => {
  test('is counted, and the venue sees the number', async () => {
    const { id, code } = await anActivityWithItsCode();
    expect(await get('visitor', checkIn, { code })).toEqual({
      activityId: id,
      name: draft.name,
      wasCountedBefore: false,
    });
    expect((await get('organiser', openCheckIn, { id })).counted).toBe(1);
  });

  test('again, with the next minute’s code too, is counted once', async () => {
    const { id } = await anActivityWithItsCode();
    const codes = await codesOf(id);
    await get('visitor', checkIn, { code: codes[0] ?? '' });
    await stopClockAt(october('10 09:02'));
    expect(await get('visitor', checkIn, { code: codes[1] ?? '' })).toMatchObject({ wasCountedBefore: true });
    expect((await get('organiser', openCheckIn, { id })).counted).toBe(1);
  });

  test('ten times at the same moment is counted once', async () => {
    const { id, code } = await anActivityWithItsCode();
    await makeRequestsMeet('visitor', checkIn, { code: 'none' });
    const answers = await Promise.all(Array.from({ length: 10 }, () => get('visitor', checkIn, { code })));
    expect(answers.filter(({ wasCountedBefore }) => !wasCountedBefore)).toHaveLength(1);
    expect((await get('organiser', openCheckIn, { id })).counted).toBe(1);
  });

  test('at two activities is counted at each; two people at one are two', async () => {
    const [one, other] = [await anActivityWithItsCode(), await anActivityWithItsCode()];
    await addPerson('second-visitor', null);
    for (const code of [one.code, other.code]) await get('visitor', checkIn, { code });
    await get('second-visitor', checkIn, { code: one.code });
    expect((await get('organiser', openCheckIn, { id: one.id })).counted).toBe(2);
    expect((await get('organiser', openCheckIn, { id: other.id })).counted).toBe(1);
  });

  test('leaves no openid anywhere', async () => {
    const { code } = await anActivityWithItsCode();
    await get('visitor', checkIn, { code });
    for (const collection of ['check-ins', 'requests', 'audit'])
      expect(JSON.stringify(await kept(collection))).not.toContain(openidOf('visitor'));
  });
});

describe('a scan without network', () => {
  test('counts when the phone is back, two days later at most', async () => {
    const { code } = await anActivityWithItsCode();
    await addPerson('late-visitor', null);
    await stopClockAt(october('12 09:00:59.999'));
    expect(await get('late-visitor', checkIn, { code })).toMatchObject({ wasCountedBefore: false });
    await stopClockAt(october('12 09:01'));
    expect(await refused('visitor', checkIn, { code })).toEqual({
      code: 'DEADLINE_PASSED',
      details: { what: 'check-in', closedAt: october('12 09:01'), serverNow: october('12 09:01') },
    });
  });
});

describe('a code that the cloud did not make', () => {
  test.each(['', 'SCZ1', 'https://example.org', 'SCZ1.demo-activity-1.0.0123456789abcdef'])(
    '“%s” is refused',
    async (code) => {
      expect(await refused('visitor', checkIn, { code })).toEqual(notACode);
    },
  );

  test('is refused when it names another activity or another minute', async () => {
    const [one, other] = [await anActivityWithItsCode(), await anActivityWithItsCode()];
    expect(await refused('visitor', checkIn, { code: one.code.replace(one.id, other.id) })).toEqual(notACode);
    const [prefix, id, slot = '', proof] = one.code.split('.');
    const later = [prefix, id, (parseInt(slot, 36) + 1).toString(36), proof].join('.');
    expect(await ask('visitor', checkIn, { code: later })).toMatchObject({ ok: false });
  });

  test('is refused before the venue opens and after it closes', async () => {
    const { id } = await log('organiser', { startTime: '14:00', endTime: '15:00' });
    await stopClockAt(october('10 11:00'));
    const [first = ''] = await codesOf(id);
    expect(await get('organiser', openCheckIn, { id })).toMatchObject({ opensAt: october('10 12:00') });
    expect(await refused('visitor', checkIn, { code: first })).toEqual(notACode);
  });
});
