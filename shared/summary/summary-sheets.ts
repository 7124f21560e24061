import { dateCell, type Cell } from '../official-form/fill-form';
import type { CellKind } from '../official-form/official-form';
import { weekdayOf } from '../ground/guangdong-time';
import type { CompiledEdition, CountedActivity, SnapshotPart } from './snapshot';
import type { Figures, Group, SummaryTotals } from './summary-totals';
import { toTables, type SummaryTables } from './summary-tables';
import { findingWords, leftOutWords, modeWords, statusWords } from './summary-words';

/** A table of a sheet: a heading, columns, rows, and a note under it. The last `totals` rows are sums. */
export interface SheetTable {
  title: string | null;
  columns: readonly { title: string; kind: CellKind }[];
  rows: Cell[][];
  totals: number;
  note: string | null;
}

/** A sheet behind the form (附表), which the notice does not ask for and staff need. */
export interface SummarySheet {
  name: string;
  title: string;
  /** In characters. */
  widths: readonly number[];
  /** Set smaller where it would not fit one page. */
  isOnePage?: boolean;
  tables: SheetTable[];
}

/** What the sheets are made of: a version's figures and its rows. */
export interface SheetSource {
  edition: CompiledEdition;
  scopeName: string;
  totals: SummaryTotals;
  snapshot: SnapshotPart;
}

const number = (title: string) => ({ title, kind: 'number' as const });
const text = (title: string) => ({ title, kind: 'text' as const });

const figureColumns = [
  number('活动场次'),
  number('参加人数'),
  number('其中主办方估计'),
  number('无人数的场次'),
];
const figureCells = ({ activities, headcount, estimated, withoutHeadcount }: Figures): Cell[] => [
  activities,
  headcount,
  estimated,
  withoutHeadcount,
];

const trace = '各数均由“记录清单”所列记录加总，可按清单各栏筛选核对。';

function byCity({ totals, snapshot }: SheetSource): SheetTable {
  const standings = (city: string | null) =>
    (['has-content', 'nil', 'not-reported'] as const).map(
      (status) =>
        snapshot.units.filter((each) => each.status === status && (city === null || each.city === city))
          .length,
    );
  const statusOf = (key: string) => {
    const standing = snapshot.cities.find(({ id }) => id === key);
    return standing === undefined ? null : statusWords[standing.status];
  };
  const rows: Cell[][] = totals.byCity.map((city) => [
    city.key,
    statusOf(city.key),
    city.policies,
    city.services,
    city.exhibitions,
    ...figureCells(city),
    ...standings(city.key),
  ]);
  const { sum } = totals;
  const count = (key: string) => totals.byTable.find((each) => each.key === key)?.activities ?? 0;
  const total: Cell[] = [
    '合计',
    null,
    totals.policies,
    count('service'),
    count('exhibition'),
    ...figureCells(totals.all),
    ...standings(null),
  ];
  const cells = (label: string, of: { activities: number; headcount: number; policies: number }): Cell[] => [
    label,
    null,
    of.policies,
    null,
    null,
    of.activities,
    of.headcount,
    ...Array.from({ length: 5 }, () => null),
  ];
  const sums = sum === null ? [] : [cells('各地合计', sum.bySum), cells('减：重复计算', sum.shared)];
  return {
    title: null,
    columns: [
      text('地市'),
      text('情况'),
      number('政策（表一）'),
      number('服务（表二）'),
      number('展览等（表三）'),
      ...figureColumns,
      number('有内容单位'),
      number('零报告单位'),
      number('未报单位'),
    ],
    rows: [...rows, ...sums, total],
    totals: sums.length + 1,
    note: `${sum === null ? '' : '合计＝各地合计－重复计算。两地联合举办的同一场活动，两地各计一次，全省只计一次。'}${trace}`,
  };
}

function byDay({ totals }: SheetSource): SheetTable {
  return {
    title: null,
    columns: [{ title: '日期', kind: 'date' }, text('星期'), ...figureColumns],
    rows: [
      ...totals.byDay.map((day): Cell[] => [{ day: day.key }, weekdayOf(day.key), ...figureCells(day)]),
      ['合计', null, ...figureCells(totals.all)],
    ],
    totals: 1,
    note: `连续几天的活动只计一次，计在活动周内的第一天。${trace}`,
  };
}

const tableWords: Record<string, string> = { service: '表二', exhibition: '表三' };

function byType({ totals }: SheetSource): SheetTable {
  const rows = totals.byTable.flatMap((table): Cell[][] => {
    const types = totals.byType.filter(({ key }) => key.startsWith(`${table.key}/`));
    const label = tableWords[table.key] ?? table.key;
    return [
      ...types.map((type): Cell[] => [label, type.key.slice(table.key.length + 1), ...figureCells(type)]),
      [label, '小计', ...figureCells(table)],
    ];
  });
  return {
    title: '按活动类型',
    columns: [text('表'), text('类型'), ...figureColumns],
    rows: [...rows, ['合计', null, ...figureCells(totals.all)]],
    totals: 1,
    note: trace,
  };
}

function grouped(
  title: string,
  groups: readonly Group[],
  note: string | null,
  label: (key: string) => string = (key) => key,
): SheetTable {
  return {
    title,
    columns: [text('类别'), ...figureColumns],
    rows: groups.map((group): Cell[] => [label(group.key), ...figureCells(group)]),
    totals: 0,
    note,
  };
}

function leftOut({ snapshot }: SheetSource): SheetTable[] {
  const order = Object.keys(leftOutWords);
  const records = [...snapshot.leftOut].sort(
    (one, other) => order.indexOf(one.reason) - order.indexOf(other.reason) || (one.id < other.id ? -1 : 1),
  );
  const units = snapshot.units.filter(({ status }) => status !== 'has-content');
  return [
    {
      title: '未列入三张表的记录',
      columns: [
        number('序号'),
        text('名称'),
        text('填报单位'),
        text('地市'),
        text('原因'),
        text('并入'),
        text('记录编号'),
      ],
      rows: records.map(({ name, unitName, unitCity, reason, into, id }, index): Cell[] => [
        index + 1,
        name,
        unitName,
        unitCity,
        leftOutWords[reason],
        into === null ? null : `${into.unitCity}·${into.unitName}《${into.name}》`,
        id,
      ]),
      totals: 0,
      note: null,
    },
    {
      title: '没有内容的单位',
      columns: [number('序号'), text('单位'), text('单位编号'), text('地市'), text('情况')],
      rows: units.map(({ id, name, city, status }, index): Cell[] => [
        index + 1,
        name,
        id,
        city,
        statusWords[status],
      ]),
      totals: 0,
      note: '零报告：单位说明本周没有内容。未报：单位没有任何消息。',
    },
  ];
}

function statements({ snapshot }: SheetSource, { services, exhibitions }: SummaryTables): SheetTable[] {
  const joint = [...services, ...exhibitions].filter((row) => row.joint !== null);
  return [
    {
      title: '据实说明',
      columns: [
        number('序号'),
        text('名称'),
        text('单位'),
        text('地市'),
        text('核对问题'),
        text('说明'),
        text('记录编号'),
      ],
      rows: snapshot.statements.map(({ kind, name, unitName, unitCity, note, recordId }, index): Cell[] => [
        index + 1,
        name,
        unitName,
        unitCity,
        findingWords[kind],
        note,
        recordId,
      ]),
      totals: 0,
      note: null,
    },
    {
      title: '与外地联合举办，本地照计',
      columns: [
        number('序号'),
        text('名称'),
        text('单位'),
        text('地市'),
        text('联合举办方'),
        text('上一级计入的记录'),
        text('记录编号'),
      ],
      rows: joint.map(({ name, unitName, unitCity, joint: into, id }, index): Cell[] => [
        index + 1,
        name,
        unitName,
        unitCity,
        into === null ? null : `${into.unitCity}·${into.unitName}`,
        into?.name ?? null,
        id,
      ]),
      totals: 0,
      note: null,
    },
  ];
}

function recordList({ policies, services, exhibitions }: SummaryTables): SheetTable {
  const activityCells =
    (table: string) =>
    (row: CountedActivity, index: number): Cell[] => [
      table,
      index + 1,
      row.name,
      row.unitName,
      row.unitCity,
      { day: row.day },
      row.typeOther === '' ? row.type : `${row.type}（${row.typeOther}）`,
      [...row.fields, row.series].filter(Boolean).join('、') || null,
      modeWords[row.mode],
      row.headcount?.count ?? null,
      row.headcount?.method ?? null,
      row.id,
      row.revision,
    ];
  return {
    title: null,
    columns: [
      text('表'),
      number('序号'),
      text('名称'),
      text('填报单位'),
      text('地市'),
      { title: '日期', kind: 'date' },
      text('类型'),
      text('领域、系列'),
      text('方式'),
      number('参加人数'),
      text('人数来源'),
      text('记录编号'),
      number('修订'),
    ],
    rows: [
      ...policies.map((row, index): Cell[] => [
        '表一',
        index + 1,
        row.name,
        row.unitName,
        row.unitCity,
        dateCell(row.issuedOn),
        ...Array.from({ length: 5 }, () => null),
        row.id,
        row.revision,
      ]),
      ...services.map(activityCells('表二')),
      ...exhibitions.map(activityCells('表三')),
    ],
    totals: 0,
    note: null,
  };
}

/** The sheets that follow the form: by city, by day, by type, what was left out, what was stated, and the records behind every figure. */
export function summarySheets(source: SheetSource): SummarySheet[] {
  const { edition, scopeName, totals, snapshot } = source;
  const tables = toTables(snapshot);
  const title = (what: string) => `${scopeName}${edition.id}年“双创”活动周${what}`;
  const wide = [6, 34, 24, 9, 16, 34, 18] as const;
  return [
    {
      name: '按地市',
      title: title('情况（按地市）'),
      widths: [16, 9, 14, 14, 15, 12, 12, 17, 15, 13, 13, 12],
      isOnePage: true,
      tables: [byCity(source)],
    },
    {
      name: '按日期',
      title: title('情况（按日期）'),
      widths: [22, 14, 20, 20, 22, 20],
      isOnePage: true,
      tables: [byDay(source)],
    },
    {
      name: '按类型',
      title: title('情况（按类型）'),
      widths: [22, 22, 18, 18, 20, 18],
      tables: [
        byType(source),
        grouped('按服务领域', totals.byField, '一场活动服务几个领域的，各领域各计一次。'),
        grouped('按系列活动', totals.bySeries, null),
        grouped('按举办方式', totals.byMode, null, (key) => modeWords[key as keyof typeof modeWords]),
      ],
    },
    { name: '未列入情况', title: title('未列入情况'), widths: wide, tables: leftOut(source) },
    { name: '核对说明', title: title('核对说明'), widths: wide, tables: statements(source, tables) },
    {
      name: '记录清单',
      title: title('记录清单'),
      widths: [6, 6, 30, 22, 7, 15, 13, 14, 9, 9, 11, 16, 6],
      tables: [recordList(tables)],
    },
  ];
}
