import type {
  CountedActivity,
  CountedPolicy,
  LeftOut,
  SummaryPart,
  Standing,
} from '#shared/summary/snapshot';
import { summarySheets } from '#shared/summary/summary-sheets';
import type { SummaryTotals } from '#shared/summary/summary-totals';
import { edition2018 } from '../example-records';
import type { SheetSource } from '#shared/summary/sheets/sheet';

const base = { unitId: 'unit-1', unitName: '广州示范基地', unitCity: '广州' } as const;
const elsewhere = {
  id: 's1',
  name: '融资对接会',
  unitId: 'unit-2',
  unitName: '深圳平台',
  unitCity: '深圳',
} as const;

const policy: CountedPolicy = {
  ...base,
  id: 'p1',
  revision: 2,
  name: '降低担保费率的通知',
  issuer: '广州市工信委',
  issuedOn: '2018-09-20',
  remark: '',
};
const service: CountedActivity = {
  ...base,
  id: 'a1',
  revision: 3,
  name: '融资政策解读会',
  table: 'service',
  type: '政策解读',
  typeOther: '',
  hosts: '广州示范基地',
  headcount: { count: 100, method: '主办方估计' },
  about: '讲解政策。',
  day: '2018-10-10',
  mode: 'offline',
  fields: ['融资', '法律'],
  series: '创客广东',
  sortKey: '1',
  headcountOfCity: { count: 100, method: '主办方估计' },
  joint: elsewhere,
};
const exhibition: CountedActivity = {
  ...service,
  ...{ unitId: 'unit-2', unitName: '深圳平台', unitCity: '深圳' },
  id: 'a2',
  revision: 1,
  name: '智能装备展',
  table: 'exhibition',
  type: '其他',
  typeOther: '云上展厅',
  headcount: null,
  headcountOfCity: null,
  day: '2018-10-11',
  mode: 'online',
  fields: [],
  series: '',
  sortKey: '2',
  joint: null,
};
const withdrawn: LeftOut = {
  ...base,
  id: 'x2',
  revision: 1,
  name: '取消的沙龙',
  what: 'activity',
  reason: 'withdrawn',
  into: null,
  table: 'service',
  headcount: null,
  isShared: false,
};
const merged: LeftOut = { ...withdrawn, id: 'x1', name: '同一场对接会', reason: 'merged', into: elsewhere };
const waiting: LeftOut = { ...withdrawn, id: 'x3', name: '待审的论坛', reason: 'waiting' };

const standing = (id: string, city: Standing['city'], status: Standing['status']): Standing => ({
  id,
  name: `单位${id}`,
  city,
  status,
});

const snapshot: SummaryPart = {
  // Not in the order in which they are printed.
  activities: [exhibition, service],
  policies: [{ ...policy, id: 'p2', name: '后出台的措施', issuedOn: '2018-10', revision: 1 }, policy],
  leftOut: [merged, withdrawn, waiting],
  units: [
    standing('u1', '广州', 'has-content'),
    standing('u2', '广州', 'nil'),
    standing('u3', '广州', 'nil'),
    standing('u4', '深圳', 'not-reported'),
  ],
  cities: [
    { id: '广州', name: '广州', city: '广州', status: 'has-content' },
    { id: '深圳', name: '深圳', city: '深圳', status: 'nil' },
  ],
  statements: [
    {
      id: 'f1',
      kind: 'headcount-far',
      recordId: 'a1',
      name: '融资政策解读会',
      unitName: '广州示范基地',
      unitCity: '广州',
      note: '换了大会场。',
    },
  ],
};

const one = { activities: 1, headcount: 100, estimated: 60, withoutHeadcount: 0 };
const other = { activities: 2, headcount: 30, estimated: 10, withoutHeadcount: 1 };
const all = { activities: 3, headcount: 130, estimated: 70, withoutHeadcount: 1 };

const totals: SummaryTotals = {
  policies: 4,
  all,
  byTable: [
    { key: 'service', ...one },
    { key: 'exhibition', ...other },
  ],
  byType: [
    { key: 'service/政策解读', ...one },
    { key: 'exhibition/其他', ...other },
  ],
  byCity: [
    { key: '广州', policies: 3, services: 5, exhibitions: 6, ...one },
    { key: '深圳', policies: 1, services: 7, exhibitions: 8, ...other },
    { key: '省直', policies: 0, services: 0, exhibitions: 0, ...one },
  ],
  byDay: [
    { key: '2018-10-10', ...one },
    { key: '2018-10-11', ...other },
  ],
  byField: [
    { key: '融资', ...one },
    { key: '法律', ...other },
  ],
  bySeries: [
    { key: '创客广东', ...one },
    { key: '未注明', ...other },
  ],
  byMode: [
    { key: 'offline', ...one },
    { key: 'both', ...other },
  ],
  units: { 'has-content': 1, nil: 2, 'not-reported': 1 },
  sum: null,
};

const source: SheetSource = { edition: edition2018, scopeName: '广东省', totals, snapshot };

/** The sheets as they are printed: for each table its heading, its columns, its rows and how many of them are sums. */
function printed(of: SheetSource = source) {
  return summarySheets(of).map(({ name, title, tables }) => ({
    name,
    title,
    tables: tables.map((table) => ({
      title: table.title,
      columns: table.columns.map((column) => column.title),
      rows: table.rows,
      totals: table.totals,
    })),
  }));
}

const figures = ['活动场次', '参加人数', '其中主办方估计', '无人数的场次'];

describe('the sheets behind the form', () => {
  test('are six, in this order, named and titled, with these widths', () => {
    expect(
      summarySheets(source).map(({ name, title, widths, isOnePage = false }) => [
        name,
        title,
        widths,
        isOnePage,
      ]),
    ).toEqual([
      [
        '按地市',
        '广东省2018年“双创”活动周情况（按地市）',
        [16, 9, 14, 14, 15, 12, 12, 17, 15, 13, 13, 12],
        true,
      ],
      ['按日期', '广东省2018年“双创”活动周情况（按日期）', [22, 14, 20, 20, 22, 20], true],
      ['按类型', '广东省2018年“双创”活动周情况（按类型）', [22, 22, 18, 18, 20, 18], false],
      ['未列入情况', '广东省2018年“双创”活动周未列入情况', [6, 34, 24, 9, 16, 34, 18], false],
      ['核对说明', '广东省2018年“双创”活动周核对说明', [6, 34, 24, 9, 16, 34, 18], false],
      [
        '记录清单',
        '广东省2018年“双创”活动周记录清单',
        [6, 6, 28, 20, 7, 9, 15, 11, 9, 9, 9, 9, 9, 11, 16, 6],
        false,
      ],
    ]);
  });

  test('have a width for every column of their tables', () => {
    for (const { widths, tables } of summarySheets(source))
      expect(Math.max(...tables.map(({ columns }) => columns.length))).toBe(widths.length);
  });

  test('have a cell for every column in every row', () => {
    for (const { tables } of summarySheets(source))
      for (const { columns, rows } of tables)
        for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  test('write numbers, days and texts as what they are', () => {
    const kinds = summarySheets(source).flatMap(({ tables }) =>
      tables.map(({ columns }) => columns.map(({ kind }) => kind.slice(0, 1)).join('')),
    );
    expect(kinds).toEqual([
      'ttnnnnnnnnnn',
      'dtnnnn',
      'ttnnnn',
      'tnnnn',
      'tnnnn',
      'tnnnn',
      'ntttttt',
      'ntttt',
      'ntttttt',
      'ntttttt',
      'tnttttdtttttnttn',
      'nttt',
    ]);
  });
});

describe('by city', () => {
  test('each city’s state, tables, figures and units, and what all of them come to', () => {
    expect(printed()[0]?.tables).toEqual([
      {
        title: null,
        columns: [
          '地市',
          '情况',
          '政策（表一）',
          '服务（表二）',
          '展览等（表三）',
          ...figures,
          '有内容单位',
          '零报告单位',
          '未报单位',
        ],
        rows: [
          ['广州', '有内容', 3, 5, 6, 1, 100, 60, 0, 1, 2, 0],
          ['深圳', '零报告', 1, 7, 8, 2, 30, 10, 1, 0, 0, 1],
          ['省直', null, 0, 0, 0, 1, 100, 60, 0, 0, 0, 0],
          ['合计', null, 4, 1, 2, 3, 130, 70, 1, 1, 2, 1],
        ],
        totals: 1,
      },
    ]);
  });

  test('in a province also the sum of the cities and what is taken off it for what two of them share', () => {
    const tables = { policies: 4, services: 1, exhibitions: 2 };
    const shared = { ...tables, policies: 2, ...one };
    const bySum = { ...tables, policies: 6, services: 2, ...all, activities: 4 };
    const sum = { bySum, shared, result: { ...tables, ...all } };
    const [table] = printed({ ...source, totals: { ...totals, sum } })[0]?.tables ?? [];
    expect(table?.rows.slice(-3)).toEqual([
      ['各地合计', null, 6, 2, 2, 4, 130, 70, 1, 1, 2, 1],
      ['减：重复计算', null, 2, 1, 2, 1, 100, 60, 0, 0, 0, 0],
      ['合计', null, 4, 1, 2, 3, 130, 70, 1, 1, 2, 1],
    ]);
    expect(table?.totals).toBe(3);
    const noteOf = (of: SheetSource) => summarySheets(of)[0]?.tables[0]?.note;
    const trace = '各数均由“记录清单”所列记录加总，可按清单各栏筛选核对。';
    expect(noteOf(source)).toBe(trace);
    expect(noteOf({ ...source, totals: { ...totals, sum } })).toBe(
      `合计＝各地合计－重复计算。两地联合举办的同一场活动，两地各计一次，全省只计一次。${trace}`,
    );
  });
});

test('by day: the day, its weekday and its figures', () => {
  expect(printed()[1]?.tables).toEqual([
    {
      title: null,
      columns: ['日期', '星期', ...figures],
      rows: [
        [{ day: '2018-10-10' }, '周三', 1, 100, 60, 0],
        [{ day: '2018-10-11' }, '周四', 2, 30, 10, 1],
        ['合计', null, 3, 130, 70, 1],
      ],
      totals: 1,
    },
  ]);
});

test('by type: types under their table, then fields, series and how they are held', () => {
  expect(printed()[2]?.tables).toEqual([
    {
      title: '按活动类型',
      columns: ['表', '类型', ...figures],
      rows: [
        ['表二', '政策解读', 1, 100, 60, 0],
        ['表二', '小计', 1, 100, 60, 0],
        ['表三', '其他', 2, 30, 10, 1],
        ['表三', '小计', 2, 30, 10, 1],
        ['合计', null, 3, 130, 70, 1],
      ],
      totals: 1,
    },
    {
      title: '按服务领域',
      columns: ['类别', ...figures],
      rows: [
        ['融资', 1, 100, 60, 0],
        ['法律', 2, 30, 10, 1],
        ['合计', 3, 130, 70, 1],
      ],
      totals: 1,
    },
    {
      title: '按系列活动',
      columns: ['类别', ...figures],
      rows: [
        ['创客广东', 1, 100, 60, 0],
        ['未注明', 2, 30, 10, 1],
        ['合计', 3, 130, 70, 1],
      ],
      totals: 1,
    },
    {
      title: '按举办方式',
      columns: ['类别', ...figures],
      rows: [
        ['线下', 1, 100, 60, 0],
        ['线上线下结合', 2, 30, 10, 1],
        ['合计', 3, 130, 70, 1],
      ],
      totals: 1,
    },
  ]);
});

test('what is left out: records by reason, with the one they went into, and units without content', () => {
  expect(printed()[3]?.tables).toEqual([
    {
      title: '未列入三张表的记录',
      columns: ['序号', '名称', '填报单位', '地市', '原因', '并入', '记录编号'],
      rows: [
        [1, '待审的论坛', '广州示范基地', '广州', '待审核', null, 'x3'],
        [2, '取消的沙龙', '广州示范基地', '广州', '单位已撤回', null, 'x2'],
        [
          3,
          '同一场对接会',
          '广州示范基地',
          '广州',
          '同一场活动，并入他处',
          '深圳·深圳平台《融资对接会》',
          'x1',
        ],
      ],
      totals: 0,
    },
    {
      title: '没有内容的单位',
      columns: ['序号', '单位', '单位编号', '地市', '情况'],
      rows: [
        [1, '单位u2', 'u2', '广州', '零报告'],
        [2, '单位u3', 'u3', '广州', '零报告'],
        [3, '单位u4', 'u4', '深圳', '未报'],
      ],
      totals: 0,
    },
  ]);
});

test('what is left out for one reason goes by number', () => {
  const leftOut = [{ ...withdrawn, id: 'x9' }, withdrawn];
  const [table] = printed({ ...source, snapshot: { ...snapshot, leftOut } })[3]?.tables ?? [];
  expect(table?.rows.map((row) => row.at(-1))).toEqual(['x2', 'x9']);
});

test('what was stated, and what a city counts though another has it too', () => {
  expect(printed()[4]?.tables).toEqual([
    {
      title: '据实说明',
      columns: ['序号', '名称', '单位', '地市', '核对问题', '说明', '记录编号'],
      rows: [[1, '融资政策解读会', '广州示范基地', '广州', '人数与上届相差大', '换了大会场。', 'a1']],
      totals: 0,
    },
    {
      title: '与外地联合举办，本地照计',
      columns: ['序号', '名称', '单位', '地市', '联合举办方', '上一级计入的记录', '记录编号'],
      rows: [[1, '融资政策解读会', '广州示范基地', '广州', '深圳·深圳平台', '融资对接会', 'a1']],
      totals: 0,
    },
  ]);
});

test('fields that one activity serves are counted under each, and once in all', () => {
  const byField = [
    { key: '融资', ...one },
    { key: '法律', ...one },
    { key: '未注明', ...other },
  ];
  const rows = printed({ ...source, totals: { ...totals, byField } })[2]?.tables[1]?.rows;
  expect(rows?.slice(-3)).toEqual([
    ['各类合计', 4, 230, 130, 1],
    ['减：重复计算', 1, 100, 60, 0],
    ['合计', 3, 130, 70, 1],
  ]);
});

test('a headcount that nobody knows leaves its cell empty', () => {
  const unknown = { activities: 2, headcount: 0, estimated: 0, withoutHeadcount: 2 };
  const byDay = [{ key: '2018-10-10', ...unknown }];
  const [table] = printed({ ...source, totals: { ...totals, all: unknown, byDay } })[1]?.tables ?? [];
  expect(table?.rows).toEqual([
    [{ day: '2018-10-10' }, '周三', 2, null, null, 2],
    ['合计', null, 2, null, null, 2],
  ]);
});

describe('the records behind every figure', () => {
  const columns = [
    '表',
    '序号',
    '名称',
    '填报单位',
    '地市',
    '计入',
    '日期',
    '类型',
    '其他类型',
    '领域',
    '系列',
    '方式',
    '参加人数',
    '人数来源',
    '记录编号',
    '修订',
  ];
  const [base, shenzhen] = ['广州示范基地', '深圳平台'];
  const policies = [
    ['表一', 1, '降低担保费率的通知', base, '广州', '合计', { day: '2018-09-20' }],
    ['表一', 2, '后出台的措施', base, '广州', '合计', '2018年10月'],
  ];

  test('table by table, each with its number and revision, then how every unit stands', () => {
    const empty = [null, null, null, null, null, null, null];
    const [records, units] = printed()[5]?.tables ?? [];
    expect(records).toEqual({
      title: '列入三张表的记录',
      columns,
      rows: [
        [...(policies[0] ?? []), ...empty, 'p1', 2],
        [...(policies[1] ?? []), ...empty, 'p2', 1],
        [
          ...['表二', 1, '融资政策解读会', base, '广州', '合计', { day: '2018-10-10' }, '政策解读', null],
          ...['融资、法律', '创客广东', '线下', 100, '主办方估计', 'a1', 3],
        ],
        [
          ...['表三', 1, '智能装备展', shenzhen, '深圳', '合计', { day: '2018-10-11' }, '其他', '云上展厅'],
          ...[null, null, '线上', null, null, 'a2', 1],
        ],
      ],
      totals: 0,
    });
    expect(units).toEqual({
      title: '各单位报送情况',
      columns: ['序号', '情况', '单位', '地市'],
      rows: [
        [1, '有内容', '单位u1', '广州'],
        [2, '零报告', '单位u2', '广州'],
        [3, '零报告', '单位u3', '广州'],
        [4, '未报', '单位u4', '深圳'],
      ],
      totals: 0,
    });
  });

  test('in a province also what only its own city counts, for it is told under another city’s', () => {
    const shared = { ...merged, headcount: { count: 80, method: '签到表' as const }, isShared: true };
    const figuresOfCity = { policies: 0, services: 1, exhibitions: 0, ...one };
    const sum = { bySum: figuresOfCity, shared: figuresOfCity, result: figuresOfCity };
    const [records] =
      printed({ ...source, totals: { ...totals, sum }, snapshot: { ...snapshot, leftOut: [shared] } })[5]
        ?.tables ?? [];
    expect(records?.rows.at(-1)).toEqual([
      ...['表二', null, '同一场对接会', base, '广州', '仅本地', null, null, null, null, null, null],
      ...[null, null, 80, '签到表', 'x1', 1],
    ]);
  });
});
