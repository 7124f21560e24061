import fc from 'fast-check';
import { toBulletinEntry, type BulletinEntry } from '#shared/bulletin/bulletin-entry';
import {
  reportForBulletin,
  type BulletinWish,
  type ReportResult,
} from '#shared/bulletin/report-for-bulletin';
import type { Activity } from '#shared/record/activity';
import { bulletinWindow, type LateLeave } from '#shared/week/bulletin-window';
import { activityWith, edition2018 as edition, october, octoberDay } from '../example-records';

/** The bulletins as they are kept, and an organiser who saves the activity again and again. */
class Unit {
  readonly entries = new Map<string, BulletinEntry>();

  constructor(private readonly leaves: readonly LateLeave[] = []) {}

  save(
    activity: Activity,
    { wish, at, named }: { wish: BulletinWish; at: string; named?: string },
  ): ReportResult {
    const result = reportForBulletin({
      edition,
      activity,
      entries: [...this.entries.values()].sort((one, other) => (one.day < other.day ? -1 : 1)),
      wish,
      namedDay: named === undefined ? null : octoberDay(named),
      now: october(at),
      leaves: this.leaves,
    });
    if (result.result === 'decided') for (const entry of result.changed) this.entries.set(entry.id, entry);
    return result;
  }

  /** What the bulletins have, as `10 小微企业融资政策解读会`. */
  get printed(): string[] {
    return [...this.entries.values()]
      .filter((entry) => !entry.withdrawn)
      .map(({ day, name }) => `${day.slice(-2)} ${name}`)
      .sort();
  }
}

const named = (name: string, changed: Partial<Activity> = {}) => activityWith({ name, ...changed });
const morning = named('政策解读会');
const evening = named('创业沙龙夜话', { startTime: '19:00', endTime: '21:00' });
const threeDays = named('成果展览展示', { firstDay: '2018-10-10', lastDay: '2018-10-12' });

function takenFor(dayOfMonth: string, receivedAt: string) {
  return { result: 'taken', day: octoberDay(dayOfMonth), receivedAt: october(receivedAt) };
}
function outcomeOf(result: ReportResult) {
  return result.result === 'decided' ? result.outcome : result;
}

describe('an important activity', () => {
  test('is taken into its day’s bulletin with the time it was received', () => {
    const unit = new Unit();
    const result = unit.save(morning, { wish: 'report', at: '10 15:59:59.999' });
    expect(outcomeOf(result)).toEqual(takenFor('10', '10 15:59:59.999'));
    expect(unit.printed).toEqual(['10 政策解读会']);
  });

  test('is refused at the cut-off, and nothing changes', () => {
    const unit = new Unit();
    expect(unit.save(morning, { wish: 'report', at: '10 16:00' })).toEqual({
      result: 'cut-off-passed',
      day: '2018-10-10',
      closedAt: october('10 16:00'),
    });
    expect(unit.printed).toEqual([]);
  });

  test('can be kept for the summary then, marked as missed', () => {
    const unit = new Unit();
    const result = unit.save(morning, { wish: 'keep-for-summary', at: '10 16:00' });
    expect(outcomeOf(result)).toEqual({ result: 'missed', day: '2018-10-10' });
    expect(unit.printed).toEqual([]);
  });

  test('is taken after all when it was to be kept for the summary but the window is open', () => {
    const unit = new Unit();
    const result = unit.save(morning, { wish: 'keep-for-summary', at: '10 15:00' });
    expect(outcomeOf(result)).toEqual(takenFor('10', '10 15:00'));
  });

  test('reported days ahead waits for its own day', () => {
    const unit = new Unit();
    expect(outcomeOf(unit.save(morning, { wish: 'report', at: '09 09:00' }))).toEqual(
      takenFor('10', '09 09:00'),
    );
  });

  test('cannot be reported for a day that is not its own', () => {
    const unit = new Unit();
    expect(unit.save(morning, { wish: 'report', at: '09 09:00', named: '11' })).toEqual({
      result: 'not-its-day',
    });
  });
});

test('an activity that is not important is in no bulletin', () => {
  const unit = new Unit();
  expect(unit.save(morning, { wish: 'none', at: '10 10:00' })).toEqual({
    result: 'decided',
    outcome: { result: 'none' },
    changed: [],
  });
});

describe('what was reported', () => {
  test('follows its activity until the window closes, and keeps the time of the first receipt', () => {
    const unit = new Unit();
    unit.save(morning, { wish: 'report', at: '10 10:00' });
    const result = unit.save(named('政策解读会（改）', { revision: 2 }), {
      wish: 'report',
      at: '10 15:59:59.999',
    });
    expect(outcomeOf(result)).toEqual(takenFor('10', '10 10:00'));
    expect(unit.printed).toEqual(['10 政策解读会（改）']);
    expect([...unit.entries.values()]).toMatchObject([{ activityRevision: 2 }]);
  });

  test('stays as it was from the cut-off on, while the record goes on changing', () => {
    const unit = new Unit();
    unit.save(morning, { wish: 'report', at: '10 10:00' });
    for (const wish of ['report', 'keep-for-summary', 'none'] as const) {
      const result = unit.save(named('政策解读会（改）'), { wish, at: '10 16:00' });
      expect(outcomeOf(result)).toEqual(takenFor('10', '10 10:00'));
      expect(unit.printed).toEqual(['10 政策解读会']);
    }
  });

  test('can be taken back before the cut-off', () => {
    const unit = new Unit();
    unit.save(morning, { wish: 'report', at: '10 10:00' });
    expect(outcomeOf(unit.save(morning, { wish: 'none', at: '10 15:59:59.999' }))).toEqual({
      result: 'none',
    });
    expect(unit.printed).toEqual([]);
  });

  test('and was taken back is a new report when it is reported again', () => {
    const unit = new Unit();
    unit.save(morning, { wish: 'report', at: '10 10:00' });
    unit.save(morning, { wish: 'none', at: '10 11:00' });
    expect(outcomeOf(unit.save(morning, { wish: 'report', at: '10 12:00' }))).toEqual(
      takenFor('10', '10 12:00'),
    );
    expect(unit.printed).toEqual(['10 政策解读会']);
  });

  test('and was taken back is refused like any other after the cut-off', () => {
    const unit = new Unit();
    unit.save(morning, { wish: 'report', at: '10 10:00' });
    unit.save(morning, { wish: 'none', at: '10 11:00' });
    expect(unit.save(morning, { wish: 'report', at: '10 16:00' }).result).toBe('cut-off-passed');
    expect(unit.printed).toEqual([]);
  });

  test('moves to another day’s bulletin with its activity', () => {
    const unit = new Unit();
    unit.save(morning, { wish: 'report', at: '09 10:00' });
    const moved = named('政策解读会', { firstDay: '2018-10-12', lastDay: '2018-10-12' });
    expect(outcomeOf(unit.save(moved, { wish: 'report', at: '09 11:00' }))).toEqual(
      takenFor('12', '09 11:00'),
    );
    expect(unit.printed).toEqual(['12 政策解读会']);
  });

  test('stays in a closed bulletin when its activity is put off, and is reported anew for the new day', () => {
    const unit = new Unit();
    unit.save(morning, { wish: 'report', at: '10 10:00' });
    const putOff = named('政策解读会（延期）', { firstDay: '2018-10-12', lastDay: '2018-10-12' });
    expect(outcomeOf(unit.save(putOff, { wish: 'report', at: '11 10:00' }))).toEqual(
      takenFor('12', '11 10:00'),
    );
    expect(unit.printed).toEqual(['10 政策解读会', '12 政策解读会（延期）']);
  });
});

describe('an evening activity', () => {
  test('reported before the cut-off is in its own day’s bulletin', () => {
    const unit = new Unit();
    unit.save(evening, { wish: 'report', at: '10 15:00' });
    expect(unit.printed).toEqual(['10 创业沙龙夜话']);
  });

  test('reported after it is in the next day’s', () => {
    const unit = new Unit();
    expect(outcomeOf(unit.save(evening, { wish: 'report', at: '11 10:00' }))).toEqual(
      takenFor('11', '11 10:00'),
    );
    expect(unit.printed).toEqual(['11 创业沙龙夜话']);
  });

  test('is in one bulletin only, also when it is changed after its own day’s cut-off', () => {
    const unit = new Unit();
    unit.save(evening, { wish: 'report', at: '10 15:00' });
    const result = unit.save(named('创业沙龙夜话（改）', { startTime: '19:00', endTime: '21:00' }), {
      wish: 'report',
      at: '10 22:00',
    });
    expect(outcomeOf(result)).toEqual(takenFor('10', '10 15:00'));
    expect(unit.printed).toEqual(['10 创业沙龙夜话']);
  });

  test('in the next day’s bulletin can be changed until that closes, and no longer', () => {
    const unit = new Unit();
    unit.save(evening, { wish: 'report', at: '10 22:00' });
    const changed = named('创业沙龙夜话（改）', { startTime: '19:00', endTime: '21:00' });
    expect(outcomeOf(unit.save(changed, { wish: 'report', at: '11 15:59:59.999' }))).toEqual(
      takenFor('11', '10 22:00'),
    );
    expect(unit.printed).toEqual(['11 创业沙龙夜话（改）']);
    expect(outcomeOf(unit.save(evening, { wish: 'report', at: '11 16:00' }))).toEqual(
      takenFor('11', '10 22:00'),
    );
    expect(unit.printed).toEqual(['11 创业沙龙夜话（改）']);
  });

  test('of the last day has no next bulletin', () => {
    const unit = new Unit();
    const last = { ...evening, firstDay: '2018-10-15', lastDay: '2018-10-15', days: ['2018-10-15'] };
    expect(unit.save(last, { wish: 'report', at: '15 17:00' }).result).toBe('cut-off-passed');
  });
});

describe('an activity of several days', () => {
  test('is in the bulletin of each day it is reported for, once each', () => {
    const unit = new Unit();
    unit.save(threeDays, { wish: 'report', at: '10 10:00', named: '10' });
    unit.save(threeDays, { wish: 'report', at: '10 11:00', named: '10' });
    unit.save(threeDays, { wish: 'report', at: '12 10:00', named: '12' });
    unit.save(threeDays, { wish: 'report', at: '12 11:00', named: '12' });
    expect(unit.printed).toEqual(['10 成果展览展示', '12 成果展览展示']);
  });

  test('changed on its last day leaves the closed bulletins as they were', () => {
    const unit = new Unit();
    unit.save(threeDays, { wish: 'report', at: '10 10:00', named: '10' });
    unit.save({ ...threeDays, name: '成果展览展示（改）' }, { wish: 'report', at: '12 10:00', named: '12' });
    expect(unit.printed).toEqual(['10 成果展览展示', '12 成果展览展示（改）']);
  });

  test('reported ahead for two days is changed in both', () => {
    const unit = new Unit();
    unit.save(threeDays, { wish: 'report', at: '09 10:00', named: '10' });
    unit.save(threeDays, { wish: 'report', at: '09 11:00', named: '12' });
    unit.save({ ...threeDays, name: '成果展览展示（改）' }, { wish: 'report', at: '09 12:00', named: '12' });
    expect(unit.printed).toEqual(['10 成果展览展示（改）', '12 成果展览展示（改）']);
  });

  test('made shorter is taken out of the open bulletins of the days it lost', () => {
    const unit = new Unit();
    unit.save(threeDays, { wish: 'report', at: '09 10:00', named: '11' });
    unit.save(threeDays, { wish: 'report', at: '09 11:00', named: '12' });
    const shorter = named('成果展览展示', { firstDay: '2018-10-10', lastDay: '2018-10-11' });
    unit.save(shorter, { wish: 'report', at: '09 12:00', named: '11' });
    expect(unit.printed).toEqual(['11 成果展览展示']);
  });

  test('too late for the day it names is refused, or kept for the summary, while other days stay', () => {
    const unit = new Unit();
    unit.save(threeDays, { wish: 'report', at: '09 10:00', named: '12' });
    expect(unit.save(threeDays, { wish: 'report', at: '10 16:00', named: '10' }).result).toBe(
      'cut-off-passed',
    );
    const kept = unit.save(threeDays, { wish: 'keep-for-summary', at: '10 16:00', named: '10' });
    expect(outcomeOf(kept)).toEqual({ result: 'missed', day: '2018-10-10' });
    expect(unit.printed).toEqual(['12 成果展览展示']);
  });

  test('saved again after the day it names has closed tells that it is in that bulletin', () => {
    const unit = new Unit();
    unit.save(threeDays, { wish: 'report', at: '10 10:00', named: '10' });
    const again = unit.save(threeDays, { wish: 'report', at: '10 17:00', named: '10' });
    expect(outcomeOf(again)).toEqual(takenFor('10', '10 10:00'));
    expect(unit.printed).toEqual(['10 成果展览展示']);
  });
});

test('an entry says what the bulletin prints, and nothing of who wrote it', () => {
  expect(toBulletinEntry(morning, '2018-10-10', 5)).toEqual({
    id: '2018-10-10-a1',
    editionId: '2018',
    day: '2018-10-10',
    activityId: 'a1',
    eventId: 'a1',
    activityRevision: 1,
    unitId: 'unit-1',
    unitName: '广州示范基地',
    unitCity: '广州',
    receivedAt: 5,
    withdrawn: false,
    startTime: '09:00',
    name: '政策解读会',
    coHosts: [],
    under: null,
    hosts: ['广州示范基地'],
    headcount: 86,
    about: '讲解小微企业融资担保降费奖补政策。',
    city: '广州',
    venue: '一楼报告厅',
    firstDay: '2018-10-10',
    lastDay: '2018-10-10',
  });
});

describe('a unit with leave to report late for 10-10 until 18:00', () => {
  const leaves = [{ day: '2018-10-10', until: october('10 18:00') }];

  test('is taken after the cut-off until the leave ends, and not from then on', () => {
    const unit = new Unit(leaves);
    const late = { wish: 'report', at: '10 17:59:59.999' } as const;
    expect(outcomeOf(unit.save(morning, late))).toEqual(takenFor('10', '10 17:59:59.999'));
    const tooLate = new Unit(leaves).save(morning, { wish: 'report', at: '10 18:00' });
    expect(tooLate).toEqual({
      result: 'cut-off-passed',
      day: '2018-10-10',
      closedAt: october('10 18:00'),
    });
  });

  test('may change until then what it reported in time, which keeps its first receipt', () => {
    const unit = new Unit(leaves);
    unit.save(morning, { wish: 'report', at: '10 10:00' });
    unit.save(named('政策解读会（改）'), { wish: 'report', at: '10 17:59:59.999' });
    expect(unit.printed).toEqual(['10 政策解读会（改）']);
    unit.save(named('政策解读会（再改）'), { wish: 'report', at: '10 18:00' });
    expect(unit.printed).toEqual(['10 政策解读会（改）']);
    expect([...unit.entries.values()]).toMatchObject([{ receivedAt: october('10 10:00') }]);
  });

  test('may take back until then what it reported', () => {
    const unit = new Unit(leaves);
    unit.save(morning, { wish: 'report', at: '10 10:00' });
    unit.save(morning, { wish: 'none', at: '10 17:00' });
    expect(unit.printed).toEqual([]);
  });

  test('has none for another day', () => {
    const other = named('政策解读会', { firstDay: '2018-10-11', lastDay: '2018-10-11' });
    expect(new Unit(leaves).save(other, { wish: 'report', at: '11 16:00' }).result).toBe('cut-off-passed');
  });

  test('is in the bulletin of 10-10 with an evening activity, and in 10-11’s from 18:00 on', () => {
    expect(outcomeOf(new Unit(leaves).save(evening, { wish: 'report', at: '10 17:00' }))).toEqual(
      takenFor('10', '10 17:00'),
    );
    expect(outcomeOf(new Unit(leaves).save(evening, { wish: 'report', at: '10 18:00' }))).toEqual(
      takenFor('11', '10 18:00'),
    );
  });

  test('is for 10-10 with an activity of several days that names none', () => {
    expect(outcomeOf(new Unit(leaves).save(threeDays, { wish: 'report', at: '10 17:00' }))).toEqual(
      takenFor('10', '10 17:00'),
    );
  });
});

test('leave for the last day lets its evening in, after the last cut-off', () => {
  const unit = new Unit([{ day: '2018-10-15', until: october('15 22:00') }]);
  const last = { ...evening, firstDay: '2018-10-15', lastDay: '2018-10-15', days: ['2018-10-15'] };
  expect(outcomeOf(unit.save(last, { wish: 'report', at: '15 21:59:59.999' }))).toEqual(
    takenFor('15', '15 21:59:59.999'),
  );
});

test('however often and whenever it is saved, no closed bulletin changes and no single day is in two', () => {
  const saves = fc.array(
    fc.record({
      activity: fc.constantFrom(morning, evening),
      wish: fc.constantFrom<BulletinWish>('none', 'report', 'keep-for-summary'),
      after: fc.integer({ min: 0, max: 12 * 3_600_000 }),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(saves, (all) => {
      let now = october('09 08:00');
      let entries: BulletinEntry[] = [];
      for (const { activity, wish, after } of all) {
        now += after;
        const result = reportForBulletin({ edition, activity, entries, wish, namedDay: null, now });
        if (result.result !== 'decided') continue;
        for (const { day } of result.changed) {
          expect(now).toBeLessThan(bulletinWindow(edition, day).closesAt);
        }
        const changedIds = result.changed.map(({ id }) => id);
        expect(new Set(changedIds).size).toBe(changedIds.length);
        entries = [...entries.filter(({ id }) => !changedIds.includes(id)), ...result.changed];
        expect(entries.filter((entry) => !entry.withdrawn).length).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 1000 },
  );
});
