import { dateCell } from '../../official-form/date-cell';
import {
  dateColumn,
  fillTable,
  numberColumn,
  numbering,
  textColumn,
  type Cell,
  type Column,
  type SheetTable,
} from '../../official-form/sheet-table';
import type { Headcount } from '../../record/activity';
import { modeWords } from '../../record/mode-words';
import type { LeftOut, Standing } from '../snapshot';
import type { ActivityRow, PolicyRow } from '../summary-tables';
import { statusWords } from '../summary-words';
import { recordNumber } from './record-number';
import type { OrderedSource, SheetKind } from './sheet';

/** What the list says of a record, whichever table it is in. */
interface ListRow {
  table: string;
  /** Null of a record that only its own city counts. */
  number: number | null;
  name: string;
  unitName: string;
  unitCity: string;
  /** Whether it is in the total, or in its city's line only. */
  counts: string;
  date: Cell;
  type: string;
  /** What it is where the type is 其他. */
  typeOther: string;
  fields: string;
  series: string;
  mode: string;
  /** What the total counts, and what its own city does: of a joint event that may be another figure. */
  headcount: Headcount | null;
  headcountOfCity: Headcount | null;
  id: string;
  revision: number;
}

const columns: readonly Column<ListRow>[] = [
  textColumn('表', 6, ({ table }) => table),
  numberColumn('序号', 6, ({ number }) => number),
  textColumn('名称', 28, ({ name }) => name),
  textColumn('填报单位', 20, ({ unitName }) => unitName),
  textColumn('地市', 7, ({ unitCity }) => unitCity),
  textColumn('计入', 9, ({ counts }) => counts),
  dateColumn('日期', 15, ({ date }) => date),
  textColumn('类型', 11, ({ type }) => type),
  textColumn('其他类型', 9, ({ typeOther }) => typeOther),
  textColumn('领域', 9, ({ fields }) => fields),
  textColumn('系列', 9, ({ series }) => series),
  textColumn('方式', 9, ({ mode }) => mode),
  numberColumn('参加人数', 9, ({ headcount }) => headcount?.count ?? null),
  textColumn('人数来源', 11, ({ headcount }) => headcount?.method ?? ''),
];
/** What of a joint event its own city counts: only the province counts it otherwise. */
const localColumns: readonly Column<ListRow>[] = [
  numberColumn('本地人数', 9, ({ headcountOfCity }) => headcountOfCity?.count ?? null),
  textColumn('本地来源', 11, ({ headcountOfCity }) => headcountOfCity?.method ?? ''),
];
const tracing: readonly Column<ListRow>[] = [
  recordNumber(16),
  numberColumn('修订', 6, ({ revision }) => revision),
];

const inTotal = '合计';
const inCityOnly = '仅本地';
const none = {
  date: null,
  type: '',
  typeOther: '',
  fields: '',
  series: '',
  mode: '',
  headcount: null,
  headcountOfCity: null,
} as const;

function policyRow(policy: PolicyRow, index: number): ListRow {
  const { name, unitName, unitCity, issuedOn, id, revision } = policy;
  const of = { name, unitName, unitCity, id, revision };
  return { ...none, ...of, table: '表一', number: index + 1, counts: inTotal, date: dateCell(issuedOn) };
}

function activityRow(table: string) {
  return (activity: ActivityRow, index: number): ListRow => {
    const { name, unitName, unitCity, day, type, typeOther, series, id, revision } = activity;
    const { headcount, headcountOfCity } = activity;
    return {
      table,
      number: index + 1,
      name,
      unitName,
      unitCity,
      counts: inTotal,
      date: { day },
      type,
      typeOther,
      fields: activity.fields.join('、'),
      series,
      mode: activity.mode === null ? '' : modeWords[activity.mode],
      headcount,
      headcountOfCity,
      id,
      revision,
    };
  };
}

const tableOf = { service: '表二', exhibition: '表三' } as const;

/** A record that was merged into another city's: in its own city's line, and taken off the sum of all. */
function sharedRow({ table, name, unitName, unitCity, headcount, id, revision }: LeftOut): ListRow {
  const of = { name, unitName, unitCity, id, revision };
  return {
    ...none,
    ...of,
    table: table === null ? '表一' : tableOf[table],
    number: null,
    counts: inCityOnly,
    headcountOfCity: headcount,
  };
}

/** What has to be said of joint events, where there are any. */
function jointNote(isAnyShared: boolean, activities: readonly ActivityRow[]): string | null {
  const differs = activities.some(
    ({ headcount, headcountOfCity }) => headcount?.count !== headcountOfCity?.count,
  );
  const notes = [
    ...(isAnyShared
      ? [`“${inCityOnly}”的记录已并入外地的同一场活动：只计入本地市一行，不计入合计和其他各表。`]
      : []),
    ...(isAnyShared || differs ? ['按地市用“本地人数”，合计和其他各表用“参加人数”。'] : []),
  ];
  return notes.length === 0 ? null : notes.join('');
}

function records({ ordered, snapshot, totals }: OrderedSource): SheetTable {
  const { policies, services, exhibitions } = ordered;
  const shared = totals.sum === null ? [] : snapshot.leftOut.filter(({ isShared }) => isShared);
  return fillTable({
    title: '列入三张表的记录',
    columns: [...columns, ...(totals.sum === null ? [] : localColumns), ...tracing],
    rows: [
      ...policies.map(policyRow),
      ...services.map(activityRow('表二')),
      ...exhibitions.map(activityRow('表三')),
      ...shared.map(sharedRow),
    ],
    note: jointNote(shared.length > 0, [...services, ...exhibitions]),
  });
}

function unitStandings({ snapshot }: OrderedSource): SheetTable {
  return fillTable<Standing>({
    title: '各单位报送情况',
    columns: [
      numbering(),
      textColumn('情况', 6, ({ status }) => statusWords[status]),
      textColumn('单位', 28, ({ name }) => name),
      textColumn('地市', 20, ({ city }) => city),
    ],
    rows: snapshot.units,
    note: '有内容：有未撤回的活动、政策或典型，联合主办的也算。',
  });
}

/** The records behind every figure (记录清单), and how each unit stands. */
export const recordList: SheetKind = {
  name: '记录清单',
  subject: '记录清单',
  tables: (source) => [records(source), unitStandings(source)],
};
