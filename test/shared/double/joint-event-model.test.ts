import fc from 'fast-check';
import { toBulletinEntry, type BulletinEntry } from '#shared/bulletin/bulletin-entry';
import { toItems } from '#shared/bulletin/compose-bulletin';
import { followEvent } from '#shared/bulletin/event-lines';
import type { Activity, HeadcountChoice } from '#shared/record/activity';
import {
  acceptRecord,
  changeRecord,
  mayTake,
  mergeRecord,
  returnRecord,
  withdrawRecord,
} from '#shared/record/record-life';
import { dayPart } from '#shared/snapshot/public-snapshot';
import { emptyPart, takeActivity } from '#shared/summary/snapshot';
import { isWithin, type SummaryScope } from '#shared/summary/summary-scope';
import { addToTotals, emptyTotals } from '#shared/summary/summary-totals';
import { activityWith, edition2018 as edition, withJoint } from '../example-records';

/*
 * Two descriptions of the same week are played side by side: the product's functions over whole records, and a few lines that know
 * nothing of them. After every step they agree on what is listed, printed and counted.
 */

const day = '2018-10-10';
const by = { unitId: 'city', unitName: '市局', role: 'city' as const };
const owners = [
  ['unit-1', '甲单位', '广州'],
  ['unit-2', '乙单位', '广州'],
  ['unit-3', '丙单位', '深圳'],
] as const;
const ids = ['a', 'b', 'c', 'd', 'e', 'f'];

type Move =
  | { does: 'edit'; at: number; count: number }
  | { does: 'accept' | 'return' | 'withdraw' | 'report' | 'undo'; at: number }
  | { does: 'merge'; at: number; other: number; chosen: number | null };

/** A record as a clerk sees it on a list of paper slips. */
interface Slip {
  id: string;
  host: string;
  unit: string;
  city: string;
  state: Activity['state'];
  count: number | null;
  receivedAt: number | null;
}

/** Slips that are pinned together, the leading one on top, each with what the reviewer wrote on it as he pinned it. */
type Pin = { slip: Slip; wrote: { chosen: number; leadingWas: number | null } | null }[];

const speaking = (pin: Pin) => pin.filter(({ slip }) => slip.state !== 'withdrawn');

function countOf(pin: Pin, within: (slip: Slip) => boolean, first: Slip | undefined): number | null {
  const [top] = pin;
  const wrote = pin
    .slice(1)
    .filter(({ slip }) => within(slip))
    .flatMap((each) => each.wrote ?? [])
    .at(-1);
  const isInForce = top !== undefined && within(top.slip) && wrote?.leadingWas === top.slip.count;
  if (isInForce) return wrote.chosen;
  const others = speaking(pin).filter(({ slip }) => within(slip));
  return first?.count ?? others.find(({ slip }) => slip.count !== null)?.slip.count ?? null;
}

/** What lists, the bulletin and a table have of pinned slips, worked out by hand. */
function expectedOf(pins: readonly Pin[]) {
  const listed: string[] = [];
  const lines: { hosts: string[]; headcount: number | null }[] = [];
  for (const pin of pins) {
    const seen = pin.find(({ slip }) => ['announced', 'reported', 'accepted'].includes(slip.state));
    if (seen !== undefined) listed.push(seen.slip.id);
    if (!speaking(pin).some(({ slip }) => slip.receivedAt !== null)) continue;
    const hosts = [...new Set(speaking(pin).map(({ slip }) => slip.host))];
    lines.push({ hosts, headcount: countOf(pin, () => true, undefined) });
  }
  const rowsOf = (within: (slip: Slip) => boolean) =>
    pins.flatMap((pin) => {
      const counting = pin.find(({ slip }) => slip.state === 'accepted' && within(slip));
      if (counting === undefined) return [];
      return [{ id: counting.slip.id, headcount: countOf(pin, within, counting.slip) }];
    });
  return { listed, lines, rowsOf };
}

/** The week in the product's own records. */
class Week {
  records = new Map<string, Activity>();
  groups: { id: string; merged: { id: string; choice: HeadcountChoice | null }[] }[] = [];
  entries = new Map<string, BulletinEntry>();
  now = 1;

  constructor() {
    for (const [index, id] of ids.entries()) {
      const [unitId, host, city] = owners[index % owners.length] ?? owners[0];
      this.records.set(
        id,
        activityWith({
          id,
          unitId,
          unitName: host,
          unitCity: city,
          hosts: [host],
          headcount: null,
          name: `${host}活动${id}`,
        }),
      );
    }
  }

  find(at: number): Activity {
    const found = this.records.get(ids[at % ids.length] ?? '');
    if (found === undefined) throw new Error('Every record is there');
    return found;
  }

  groupOf(id: string) {
    return this.groups.find((group) => group.id === id || group.merged.some((each) => each.id === id));
  }

  together(id: string): Activity[] {
    const group = this.groupOf(id);
    const members = group === undefined ? [id] : [group.id, ...group.merged.map((each) => each.id)];
    return members.map((each) => this.find(ids.indexOf(each)));
  }

  /** Keeps records, with what all that are merged with them are together, and the day's entries in line. */
  keep(...changed: Activity[]): void {
    for (const each of changed) this.records.set(each.id, each);
    for (const { id } of changed) {
      const choices = new Map(
        (this.groupOf(id)?.merged ?? []).flatMap(({ id: other, choice }) =>
          choice === null ? [] : [[other, choice] as const],
        ),
      );
      const events = withJoint(this.together(id), choices);
      for (const each of events) {
        this.records.set(each.id, each);
        const entry = this.entries.get(each.id);
        if (entry !== undefined) this.entries.set(each.id, followEvent(events, entry));
      }
    }
  }
}

/** Plays one move on both; a move that may not be made is none. */
function play(week: Week, slips: Map<string, Slip>, move: Move): void {
  const record = week.find(move.at);
  const slip = slips.get(record.id);
  if (slip === undefined) throw new Error('Every slip is there');
  const step = { by, now: (week.now += 1) };
  switch (move.does) {
    case 'edit': {
      if (!mayTake('change', record.state)) return;
      const headcount = { count: move.count, method: '签到表' as const };
      const how = { fields: ['headcount'], reason: '更正', becomes: 'reported' as const };
      // What a trusted unit hands in is released as it comes.
      const release = { at: step.now, by: null };
      week.keep({ ...changeRecord(record, { headcount }, how, step), release });
      slips.set(slip.id, {
        ...slip,
        count: move.count,
        state: slip.state === 'accepted' ? 'accepted' : 'reported',
      });
      return;
    }
    case 'accept':
      if (slip.state !== 'reported') return;
      week.keep(acceptRecord(record, step));
      slips.set(slip.id, { ...slip, state: 'accepted' });
      return;
    case 'return':
      if (slip.state === 'returned' || slip.state === 'withdrawn') return;
      week.keep(returnRecord(record, { reason: '请核对', fields: [] }, step));
      slips.set(slip.id, { ...slip, state: 'returned' });
      return;
    case 'withdraw':
      if (slip.state === 'accepted' || slip.state === 'withdrawn') return;
      week.entries.delete(record.id);
      week.keep({ ...withdrawRecord(record, '取消', step), inBulletins: [] });
      slips.set(slip.id, { ...slip, state: 'withdrawn', receivedAt: null });
      return;
    case 'report':
      if (slip.state === 'withdrawn' || slip.receivedAt !== null || record.mergedInto !== null) return;
      week.entries.set(record.id, toBulletinEntry(record, day, step.now));
      week.keep({ ...record, inBulletins: [{ day, receivedAt: step.now }] });
      slips.set(slip.id, { ...slip, receivedAt: step.now });
      return;
    case 'undo': {
      const group = week.groupOf(record.id);
      if (group === undefined || record.mergedInto === null) return;
      const rest = group.merged.filter(({ id }) => id !== record.id);
      week.groups = week.groups.filter((each) => each !== group);
      if (rest.length > 0) week.groups.push({ ...group, merged: rest });
      week.keep(mergeRecord(record, null, '', step));
      week.keep(mergeRecord(week.find(ids.indexOf(group.id)), null, '', step));
      return;
    }
    case 'merge': {
      const other = week.find(move.other);
      const isFree = other.joint === null && record.mergedInto === null && other.id !== record.id;
      const areThere = [record, other].every(({ state }) => state !== 'withdrawn' && state !== 'returned');
      if (!isFree || !areThere) return;
      const { chosen } = move;
      const choice =
        chosen === null
          ? null
          : { chosen: { count: chosen, method: '签到表' as const }, leadingWas: record.headcount };
      const group = week.groupOf(record.id) ?? { id: record.id, merged: [] };
      week.groups = week.groups.filter((each) => each !== group);
      week.groups.push({ ...group, merged: [...group.merged, { id: other.id, choice }] });
      week.records.set(other.id, mergeRecord(other, record.id, '', step));
      week.keep(mergeRecord(record, null, '', step));
    }
  }
}

/** The slips as they are pinned now. */
function pinsOf(week: Week, slips: Map<string, Slip>): Pin[] {
  const slipOf = (id: string) => {
    const slip = slips.get(id);
    if (slip === undefined) throw new Error('Every slip is there');
    return slip;
  };
  const pinned = week.groups.map(({ id, merged }) => [
    { slip: slipOf(id), wrote: null },
    ...merged.map((each) => ({
      slip: slipOf(each.id),
      wrote:
        each.choice === null
          ? null
          : { chosen: each.choice.chosen.count, leadingWas: each.choice.leadingWas?.count ?? null },
    })),
  ]);
  const alone = ids
    .filter((id) => !pinned.some((pin) => pin.some(({ slip }) => slip.id === id)))
    .map((id) => [{ slip: slipOf(id), wrote: null }]);
  return [...pinned, ...alone];
}

function totalsOf(week: Week, scope: SummaryScope) {
  const part = emptyPart();
  for (const record of [...week.records.values()].filter((each) => isWithin(scope, each))) {
    const { counted, leftOut } = takeActivity(record, edition, scope);
    if (counted === null) part.leftOut.push(leftOut);
    else part.activities.push(counted);
  }
  const rows = part.activities.map(({ id, headcount }) => ({ id, headcount: headcount?.count ?? null }));
  return { rows, totals: addToTotals(emptyTotals(scope, edition), part) };
}

type Row = { id: string; headcount: number | null };

/** Rows and lines as one text each, so that their order does not matter and comparing them is quick. */
const inOrder = (all: readonly object[]): string =>
  all
    .map((each) => JSON.stringify(each))
    .sort()
    .join('\n');

const scopes: readonly { scope: SummaryScope; within: (slip: Slip) => boolean }[] = [
  { scope: { kind: 'province' }, within: () => true },
  ...['广州', '深圳'].map((city) => ({
    scope: { kind: 'city' as const, city },
    within: (slip: Slip) => slip.city === city,
  })),
  ...owners.map(([unitId]) => ({
    scope: { kind: 'unit' as const, unitId },
    within: (slip: Slip) => slip.unit === unitId,
  })),
];

function sumOf(rows: readonly Row[]) {
  return {
    activities: rows.length,
    headcount: rows.reduce((sum, { headcount }) => sum + (headcount ?? 0), 0),
  };
}

/** What the slips say that everything is. */
function saidBySlips(week: Week, slips: Map<string, Slip>) {
  const { listed, lines, rowsOf } = expectedOf(pinsOf(week, slips));
  const cities = ['广州', '深圳'].flatMap((city) => rowsOf((slip) => slip.city === city));
  return {
    records: inOrder([...slips.values()].map(({ id, state, count }) => ({ id, state, count }))),
    listed: listed.sort().join(),
    lines: inOrder(lines),
    rows: scopes.map(({ within }) => inOrder(rowsOf(within))),
    bySum: sumOf(cities),
    result: sumOf(rowsOf(() => true)),
  };
}

/** The same from the records. */
function saidByRecords(week: Week) {
  const records = [...week.records.values()];
  const lines = toItems(edition, day, [...week.entries.values()]);
  const all = scopes.map(({ scope }) => totalsOf(week, scope));
  const { bySum, shared, result } = all[0]?.totals.sum ?? {};
  const figures = { activities: bySum?.activities ?? 0, headcount: bySum?.headcount ?? 0 };
  return {
    records: inOrder(
      records.map(({ id, state, headcount }) => ({ id, state, count: headcount?.count ?? null })),
    ),
    listed: dayPart(day, records)
      .activities.map(({ id }) => id)
      .sort()
      .join(),
    lines: inOrder(
      lines.map(({ hosts, coHosts, headcount }) => ({ hosts: [...hosts, ...coHosts], headcount })),
    ),
    rows: all.map(({ rows }) => inOrder(rows)),
    bySum: figures,
    // 各市合计 − 跨市联合重复 = 全省
    result: {
      activities: figures.activities - (shared?.activities ?? 0),
      headcount: result?.headcount === figures.headcount - (shared?.headcount ?? 0) ? result.headcount : NaN,
    },
  };
}

/** Each record but the last has been held and reported as the week begins. */
const beginning: readonly Move[] = ids.slice(0, -1).flatMap((_id, index): Move[] => [
  { does: 'edit', at: index, count: 10 + index },
  { does: 'report', at: index },
]);

/** Weeks of thirty moves or so; `MODEL_WEEKS=200` plays six thousand. */
const weeks = Number(process.env.MODEL_WEEKS ?? 20);

const at = fc.integer({ min: 0, max: ids.length - 1 });
const count = fc.integer({ min: 0, max: 9 });
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('edit' as const), at, count }) },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constantFrom('accept' as const, 'accept' as const, 'return' as const, 'report' as const),
      at,
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('withdraw' as const), at }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('undo' as const), at }) },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('merge' as const), at, other: at, chosen: fc.option(count) }),
  },
);

test('whatever is merged, parted, accepted, returned, withdrawn, reported and edited, lists, bulletin and tables have it once', () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 20, maxLength: 40 }), (moves) => {
      const week = new Week();
      const slips = new Map<string, Slip>(
        [...week.records.values()].map(({ id, unitId, unitName, unitCity, state }) => [
          id,
          { id, host: unitName, unit: unitId, city: unitCity, state, count: null, receivedAt: null },
        ]),
      );
      for (const each of [...beginning, ...moves]) {
        play(week, slips, each);
        expect(saidByRecords(week)).toEqual(saidBySlips(week, slips));
      }
    }),
    { numRuns: weeks },
  );
});
