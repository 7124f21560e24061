import fc from 'fast-check';
import { serviceFields, attendanceModes, headcountMethods, type Activity } from '#shared/record/activity';
import { activityTypes } from '#shared/record/activity-types';
import { reportingStatus } from '#shared/record/nil-report';
import type { Cell, SheetTable } from '#shared/official-form/sheet-table';
import { emptyPart, takeActivity, takePolicy, type SummaryPart } from '#shared/summary/snapshot';
import type { SummaryScope } from '#shared/summary/summary-scope';
import { summarySheets } from '#shared/summary/summary-sheets';
import { addToTotals, emptyTotals } from '#shared/summary/summary-totals';
import { activityWith, edition2018, policyWith, together } from '../example-records';
import { jointOf } from '#shared/double/joint-event';
import { settlePlain, type PlainRecordOf } from '#shared/record/plain-kinds';

const cities = ['广州', '深圳', '珠海', '省直'];
const places = fc.constantFrom(...cities);
const tables = (['service', 'exhibition'] as const).flatMap((table) =>
  activityTypes[table].map((type) => ({ table, type })),
);

const someActivity = fc.record({
  unitCity: places,
  kind: fc.constantFrom(...tables),
  state: fc.constantFrom('accepted' as const, 'accepted' as const, 'reported' as const),
  count: fc.option(fc.integer({ min: 0, max: 900 })),
  method: fc.constantFrom(...headcountMethods),
  day: fc.constantFrom('2018-10-08', '2018-10-09', '2018-10-12'),
  fields: fc.subarray([...serviceFields]),
  series: fc.constantFrom('', ...edition2018.series),
  mode: fc.constantFrom(null, ...attendanceModes),
  /** Whether it is merged with the one before it, and what was chosen then. */
  isMerged: fc.boolean(),
  chosen: fc.option(fc.integer({ min: 0, max: 900 })),
});
const somePolicy = fc.record({ unitCity: places, isMerged: fc.boolean() });
const someUnit = fc.record({ city: places, status: fc.constantFrom(...reportingStatus.options) });
const aWeek = fc.record({
  activities: fc.array(someActivity, { maxLength: 25 }),
  policies: fc.array(somePolicy, { maxLength: 8 }),
  units: fc.array(someUnit, { maxLength: 12 }),
});
type Week = typeof aWeek extends fc.Arbitrary<infer Made> ? Made : never;

type Made = Week['activities'][number];

function recordOf({ kind, count, method, day, ...rest }: Made, index: number): Activity {
  return activityWith({
    unitCity: rest.unitCity,
    state: rest.state,
    fields: rest.fields,
    series: rest.series,
    mode: rest.mode,
    ...kind,
    id: `a${index}`,
    typeOther: kind.type === '其他' ? '云上展厅' : '',
    firstDay: day,
    lastDay: '2018-10-12',
    headcount: count === null ? null : { count, method },
  });
}

/** What was drawn, those that are merged with the one before them in one group. */
function inGroups<Drawn extends { isMerged: boolean }>(
  all: readonly Drawn[],
): { drawn: Drawn; index: number }[][] {
  const groups: { drawn: Drawn; index: number }[][] = [];
  all.forEach((drawn, index) => {
    const last = groups.at(-1);
    if (drawn.isMerged && last !== undefined && last.length < 12) last.push({ drawn, index });
    else groups.push([{ drawn, index }]);
  });
  return groups;
}

function activitiesOf({ activities }: Week): Activity[] {
  return inGroups(activities).flatMap((group) => {
    const chosen = group
      .slice(1)
      .flatMap(({ drawn, index }) =>
        drawn.chosen === null ? [] : [[`a${index}`, { count: drawn.chosen, method: drawn.method }] as const],
      );
    return together(
      group.map(({ drawn, index }) => recordOf(drawn, index)),
      Object.fromEntries(chosen),
    );
  });
}

function policiesOf({ policies }: Week): PlainRecordOf['policy'][] {
  return inGroups(policies).flatMap((group) => {
    const records = group.map(({ drawn: { unitCity }, index }) =>
      policyWith({
        id: `p${index}`,
        unitCity,
        mergedInto: index === group[0]?.index ? null : `p${group[0]?.index}`,
      }),
    );
    const joint = records.length === 1 ? null : jointOf('policy', { records, choices: new Map() });
    return records.map((each) => settlePlain('policy', { ...each, joint }));
  });
}

function partOf(week: Week, scope: SummaryScope): SummaryPart {
  const part = emptyPart();
  for (const activity of activitiesOf(week)) {
    const { counted, leftOut } = takeActivity(activity, edition2018, scope);
    if (counted === null) part.leftOut.push(leftOut);
    else part.activities.push(counted);
  }
  for (const policy of policiesOf(week)) {
    const { counted, leftOut } = takePolicy(policy, scope);
    if (counted === null) part.leftOut.push(leftOut);
    else part.policies.push(counted);
  }
  part.units = week.units.map((unit, index) => ({ ...unit, id: `u${index}`, name: `单位${index}` }));
  return part;
}

type Row = Record<string, Cell>;

/** A table as somebody with a spreadsheet sees it: its rows by their headings, the sums apart. */
function read(table: SheetTable | undefined): { rows: Row[]; sums: Row[] } {
  if (table === undefined) throw new Error('The table is there');
  const titles = table.columns.map(({ title }) => title);
  const all = table.rows.map((cells) =>
    Object.fromEntries(titles.map((title, at) => [title, cells[at] ?? null])),
  );
  const last = all.length - table.totals;
  return { rows: all.slice(0, last), sums: all.slice(last) };
}

function sheetsOf(week: Week, scope: SummaryScope) {
  const snapshot = partOf(week, scope);
  const totals = addToTotals(emptyTotals(scope, edition2018), snapshot);
  const sheets = summarySheets({ edition: edition2018, scopeName: '广东省', totals, snapshot });
  const tablesOf = (name: string) => sheets.find((each) => each.name === name)?.tables ?? [];
  const [list, units] = tablesOf('记录清单').map(read);
  if (list === undefined || units === undefined) throw new Error('The list of records is there');
  return { tablesOf, records: list.rows, units: units.rows };
}

const numberIn = (cell: Cell | undefined): number => (typeof cell === 'number' ? cell : 0);

/** What the rows of the list come to, by its columns alone. */
function figuresOf(
  records: readonly Row[],
  [countColumn, methodColumn]: readonly [string, string] = ['参加人数', '人数来源'],
): Row {
  const activities = records.filter(({ 表: table }) => table !== '表一');
  const known = activities.filter((row) => row[countColumn] !== null);
  const sum = (rows: readonly Row[]) => rows.reduce((so, row) => so + numberIn(row[countColumn]), 0);
  const isUnknown = activities.length > 0 && known.length === 0;
  return {
    活动场次: activities.length,
    参加人数: isUnknown ? null : sum(known),
    其中主办方估计: isUnknown ? null : sum(known.filter((row) => row[methodColumn] === '主办方估计')),
    无人数的场次: activities.length - known.length,
  };
}

const inAll = ({ 计入: counts }: Row) => counts === '合计';
const inTable = (table: string) => (row: Row) => row.表 === table;

/** Where the list says what a city counts: of the province apart, for what it counts of a joint event may be another figure. */
const columnsOfCity: Record<'province' | 'other', readonly [string, string]> = {
  province: ['本地人数', '本地来源'],
  other: ['参加人数', '人数来源'],
};

/** What a city's row, or a sum of cities, has to say of some rows of the list. */
function cityFiguresOf(records: readonly Row[], columns?: readonly [string, string]): Row {
  return {
    '政策（表一）': records.filter(inTable('表一')).length,
    '服务（表二）': records.filter(inTable('表二')).length,
    '展览等（表三）': records.filter(inTable('表三')).length,
    ...figuresOf(records, columns),
  };
}

function unitFiguresOf(units: readonly Row[]): Row {
  const count = (status: string) => units.filter(({ 情况: stands }) => stands === status).length;
  return { 有内容单位: count('有内容'), 零报告单位: count('零报告'), 未报单位: count('未报') };
}

const scopes: readonly SummaryScope[] = [
  { kind: 'province' },
  { kind: 'city', city: '广州' },
  { kind: 'provincial' },
];

/** A scope has only its own city's records and units. */
function within({ activities, policies, units }: Week, scope: SummaryScope): Week {
  if (scope.kind !== 'city' && scope.kind !== 'provincial') return { activities, policies, units };
  const own = scope.kind === 'city' ? scope.city : '省直';
  return {
    activities: activities.filter(({ unitCity }) => unitCity === own),
    policies: policies.filter(({ unitCity }) => unitCity === own),
    units: units.filter(({ city }) => city === own),
  };
}

describe.each(scopes)('every figure of the sheets for $kind adds up from the sheet of records', (scope) => {
  const check = (judge: (sheets: ReturnType<typeof sheetsOf>) => void) => {
    fc.assert(
      fc.property(aWeek, (week) => {
        judge(sheetsOf(within(week, scope), scope));
      }),
      { numRuns: 50 },
    );
  };

  const ofTheCity = columnsOfCity[scope.kind === 'province' ? 'province' : 'other'];

  test('by city: each city has its own rows, the total those in 合计, the sum all, and the difference is taken off', () => {
    check(({ tablesOf, records, units }) => {
      const { rows, sums } = read(tablesOf('按地市')[0]);
      for (const row of rows) {
        const own = cityFiguresOf(
          records.filter(({ 地市: city }) => city === row.地市),
          ofTheCity,
        );
        expect(row).toMatchObject({
          ...own,
          ...unitFiguresOf(units.filter(({ 地市: city }) => city === row.地市)),
        });
      }
      expect(sums.at(-1)).toMatchObject({ ...cityFiguresOf(records.filter(inAll)), ...unitFiguresOf(units) });
      if (scope.kind !== 'province') return;
      expect(sums[0]).toMatchObject({ ...cityFiguresOf(records, ofTheCity), ...unitFiguresOf(units) });
    });
  });

  test('by city: the rows add up to the sum, column by column, and the sum less what is taken off is the total', () => {
    check(({ tablesOf }) => {
      const { rows, sums } = read(tablesOf('按地市')[0]);
      const total = sums.at(-1) ?? {};
      for (const title of Object.keys(total).filter((each) => each !== '地市' && each !== '情况')) {
        const sum = rows.reduce((so, row) => so + numberIn(row[title]), 0);
        expect(sum).toBe(numberIn(sums[0]?.[title]));
        const takenOff = scope.kind === 'province' ? numberIn(sums[1]?.[title]) : 0;
        expect(sum - takenOff).toBe(numberIn(total[title]));
      }
    });
  });

  test('by day, by type, by field, by series and by mode: the rows of the list that a person filters out', () => {
    check(({ tablesOf, records }) => {
      const counted = records.filter(inAll);
      const activities = counted.filter((row) => !inTable('表一')(row));
      const [days] = tablesOf('按日期');
      for (const row of read(days).rows)
        expect(row).toMatchObject(
          figuresOf(activities.filter(({ 日期: date }) => JSON.stringify(date) === JSON.stringify(row.日期))),
        );
      const [types, fields, series, modes] = tablesOf('按类型');
      for (const row of read(types).rows) {
        const ofTable = activities.filter(({ 表: table }) => table === row.表);
        const isOfType = ({ 类型: type }: Row) => row.类型 === '小计' || type === row.类型;
        expect(row).toMatchObject(figuresOf(ofTable.filter(isOfType)));
      }
      const named = (cell: Cell | undefined) => (typeof cell === 'string' ? cell.split('、') : ['未注明']);
      for (const [table, column] of [
        [fields, '领域'],
        [series, '系列'],
        [modes, '方式'],
      ] as const)
        for (const row of read(table).rows) {
          const filtered = activities.filter((each) => named(each[column]).some((name) => name === row.类别));
          expect(row).toMatchObject(figuresOf(filtered));
        }
      for (const table of [days, types, fields, series, modes])
        expect(read(table).sums.at(-1)).toMatchObject(figuresOf(activities));
    });
  });

  test('under every column of figures stands its total', () => {
    check(({ tablesOf }) => {
      for (const table of [...tablesOf('按地市'), ...tablesOf('按日期'), ...tablesOf('按类型')]) {
        expect(table.totals).toBeGreaterThan(0);
        const total = read(table).sums.at(-1) ?? {};
        const numbers = table.columns.filter(({ kind }) => kind === 'number').map(({ title }) => title);
        const isUnknown = total.参加人数 === null && total.活动场次 === total.无人数的场次;
        for (const title of numbers)
          if (!isUnknown || !['参加人数', '其中主办方估计'].includes(title))
            expect(typeof total[title]).toBe('number');
      }
    });
  });
});
