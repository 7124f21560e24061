import { AppError } from '#shared/refusal/errors';
import { mendableTexts, describeMending, mendRecord } from '#shared/record/mend-record';
import { moveRecord } from '#shared/record/move-record';
import { mayActFor } from '#shared/record/acting-for';
import type { RecordState } from '#shared/record/record';
import { activityWith } from '../example-records';

const by = { unitId: 'office', unitName: '广州市局', role: 'city' as const };
const step = { by, now: 5 };
const waiting = activityWith({ release: null, reportedAt: 3 });

function refusalOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.refusal.details;
    throw error;
  }
  return 'nothing was refused';
}

describe('mending a slip', () => {
  test('makes a new revision in the state it was, typed as its unit would have typed it', () => {
    const mended = mendRecord('activity', waiting, [{ field: 'venue', text: ' 二楼报告厅 ' }], step);
    expect(mended).toMatchObject({
      venue: '二楼报告厅',
      state: waiting.state,
      revision: 2,
      reportedAt: waiting.reportedAt,
      lastChange: { by, reason: '改正错字' },
    });
  });

  test.each<[RecordState, string]>([
    ['returned', 'returned'],
    ['withdrawn', 'withdrawn'],
    ['accepted', 'accepted'],
  ])('is not for what is %s', (state) => {
    const record = activityWith({ release: null, state });
    const mending = () => mendRecord('activity', record, [{ field: 'venue', text: '二楼' }], step);
    expect(refusalOf(mending)).toEqual({ state });
  });

  test('is not for what the public reads', () => {
    const mending = () => mendRecord('activity', activityWith(), [{ field: 'venue', text: '二楼' }], step);
    expect(refusalOf(mending)).toEqual({ state: 'already-public' });
  });

  test('is for words alone, in every kind', () => {
    expect(mendableTexts('activity')).toEqual(['name', 'typeOther', 'district', 'venue', 'about', 'contact']);
    for (const kind of ['policy', 'showcase'] as const) expect(mendableTexts(kind)).not.toContain('link');
  });

  test('keeps to the bounds of the field', () => {
    const mending = () => mendRecord('activity', waiting, [{ field: 'name', text: '会' }], step);
    expect(refusalOf(mending)).toEqual({
      fields: [{ field: 'texts.0.text', problem: 'too-short', limit: 4 }],
    });
  });

  test('is told in words, cut where they are long', () => {
    expect(describeMending(waiting, [{ field: 'venue', text: '二楼' }])).toBe('“一楼报告厅”改为“二楼”');
    const long = describeMending(waiting, [{ field: 'about', text: '文'.repeat(500) }]);
    expect(Array.from(long)).toHaveLength(200);
    expect(long.endsWith('…')).toBe(true);
  });
});

describe('moving a record', () => {
  const to = { unitId: 'unit-2', unitName: '另一基地', unitCity: '深圳' };

  test('changes whose it is and nothing else of it', () => {
    const { lastChange, ...moved } = moveRecord(waiting, to, '填错单位', step);
    expect(moved).toEqual({
      ...Object.fromEntries(Object.entries(waiting).filter(([field]) => field !== 'lastChange')),
      ...to,
      revision: 2,
      updatedAt: 5,
    });
    expect(lastChange).toEqual({ by, reason: '填错单位' });
  });

  test('is not for what is withdrawn, told under another, or there already', () => {
    const { unitId, unitName, unitCity } = waiting;
    const own = { unitId, unitName, unitCity };
    const refused = (record: typeof waiting, target = to) =>
      refusalOf(() => moveRecord(record, target, '填错单位', step));
    expect(refused({ ...waiting, state: 'withdrawn' })).toEqual({ state: 'withdrawn' });
    expect(refused({ ...waiting, mergedInto: 'a2' })).toEqual({ state: 'merged' });
    expect(refused(waiting, own)).toMatchObject({ fields: [{ field: 'toUnitId' }] });
  });
});

test('a reviewer acts for a unit on what a reviewer entered, and on all of a unit that is closed', () => {
  expect(mayActFor({ enteredBy: null }, { state: 'active' })).toBe(false);
  expect(mayActFor({ enteredBy: by }, { state: 'active' })).toBe(true);
  expect(mayActFor({ enteredBy: null }, { state: 'closed' })).toBe(true);
});
