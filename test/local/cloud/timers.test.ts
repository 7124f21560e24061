import { TimerSchedule } from '../../../local/cloud/timers/timer-schedule';
import { start, startTestCloud, type TestCloud } from './test-cloud';
import { localHeader } from '../../../local/cloud/routes/local-header';

const DAY = 86_400_000;

describe('a schedule', () => {
  const first = (text: string, from: string): string | undefined => {
    const due = new TimerSchedule(text).firstBetween(Date.parse(from), Date.parse(from) + 400 * DAY);
    return due === undefined ? undefined : new Date(due).toISOString();
  };

  test.each([
    ['0 0 2 1 * * *', '2018-10-10T00:00:00Z', '2018-10-31T18:00:00.000Z'],
    ['0 */5 * * * * *', '2018-10-10T07:41:00Z', '2018-10-10T07:45:00.000Z'],
    ['0 0 10 ? * MON-FRI *', '2018-10-12T05:00:00Z', '2018-10-15T02:00:00.000Z'],
    ['0 15 10 15 * * 2019', '2018-12-01T00:00:00Z', '2019-01-15T02:15:00.000Z'],
    ['0 0 0 1 1 * 2018', '2018-10-10T00:00:00Z', undefined],
  ])('%s after %s is due at %s', (text, from, due) => {
    expect(first(text, from)).toBe(due);
  });

  test.each(['0 0 2 * * *', 'x 0 2 * * * *', '0 0 2 * * * soon'])('%s is refused', (text) => {
    expect(() => new TimerSchedule(text)).toThrow();
  });
});

describe('timers', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await startTestCloud();
  });

  afterAll(() => cloud.cloud.close());

  const runs = async (): Promise<Record<string, unknown>[]> =>
    (await fetch(`${cloud.cloud.url}/local/documents/runs`, { headers: localHeader })).json() as Promise<
      Record<string, unknown>[]
    >;

  const waitForRuns = async (count: number): Promise<Record<string, unknown>[]> => {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const found = await runs();
      if (found.length >= count) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`fewer than ${count} runs`);
  };

  test('run a function as nobody, with the platform as the source', async () => {
    await cloud.call('nightly', {}, 'ann');
    expect((await cloud.request('POST', '/local/timers/nightly')).body).toEqual({
      result: { source: 'wx_trigger' },
    });
    const [byPerson, byTimer] = await waitForRuns(2);
    expect(byPerson).toMatchObject({ source: 'wx_client', openid: 'oAnn-0001', triggerSource: null });
    expect(byTimer).toMatchObject({
      type: 'Timer',
      trigger: 'nightly',
      source: 'wx_trigger',
      openid: null,
      triggerSource: 'timer',
    });
  });

  test('a person cannot pass for the timer', async () => {
    const { result } = await cloud.call('nightly', { Type: 'Timer', TriggerName: 'nightly' }, 'ann');
    expect(result).toEqual({ source: 'wx_client' });
  });

  test('a jump of the clock over many due times runs a timer once', async () => {
    const before = (await runs()).length;
    await cloud.request('PUT', '/local/clock', { now: start + 5 * DAY });
    await waitForRuns(before + 1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await runs()).toHaveLength(before + 1);
  });

  test('a clock set back makes what lies ahead due once more', async () => {
    const before = (await runs()).length;
    await cloud.request('PUT', '/local/clock', { now: start });
    await cloud.request('PUT', '/local/clock', { now: start + DAY });
    await waitForRuns(before + 1);
  });

  test('a function without a timer has none to fire', async () => {
    expect((await cloud.request('POST', '/local/timers/probe')).status).toBe(404);
  });
});
