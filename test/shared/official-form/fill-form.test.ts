import { fillForm, type FormRows } from '#shared/official-form/fill-form';
import { formTables, type ActivityRow, type PolicyRow } from '#shared/official-form/official-form';

const policy: PolicyRow = {
  name: '关于降低担保费率的通知',
  issuer: '广州市工业和信息化委',
  issuedOn: '2018-09-20',
  remark: '穗工信〔2018〕1号',
};
const activity: ActivityRow = {
  name: '政策解读会',
  hosts: '广州示范基地',
  headcount: { count: 86, method: '签到表' },
  about: '讲解奖补政策。',
};
const none = { policies: [], services: [], exhibitions: [] };

function rowsOf(tables: Partial<FormRows>) {
  return fillForm({ id: '2018' }, { ...none, ...tables }).tables.map(({ rows }) => rows);
}

test('the filled form is the notice’s form with the rows in their tables', () => {
  const filled = fillForm({ id: '2018' }, { policies: [policy], services: [activity], exhibitions: [] });
  expect(filled.title).toBe('2018年全国“双创”活动周情况汇总表');
  expect(filled.tables.map(({ title, note, totals }) => ({ title, note, totals }))).toEqual(
    Object.values(formTables).map(({ title, note }) => ({ title, note, totals: 0 })),
  );
  expect(filled.tables.map(({ columns }) => columns.map(({ title }) => title))).toEqual(
    Object.values(formTables).map(({ columns }) => columns.map(({ title }) => title)),
  );
  expect(filled.tables.map(({ rows }) => rows)).toEqual([
    [[1, '关于降低担保费率的通知', '广州市工业和信息化委', { day: '2018-09-20' }, '穗工信〔2018〕1号']],
    [[1, '政策解读会', '广州示范基地', 86, '讲解奖补政策。']],
    [],
  ]);
});

test('the columns of each table fill the same page', () => {
  for (const { widths } of fillForm({ id: '2018' }, none).tables) expect(widths).toEqual([6, 28, 24, 15, 48]);
});

test('rows are numbered from 1 in each table', () => {
  const [policies, services, exhibitions] = rowsOf({
    policies: [policy, policy],
    services: [activity, activity, activity],
    exhibitions: [activity],
  }).map((rows) => rows.map(([number]) => number));
  expect([policies, services, exhibitions]).toEqual([[1, 2], [1, 2, 3], [1]]);
});

test('a row has a cell for every column', () => {
  const { tables } = fillForm(
    { id: '2018' },
    { policies: [policy], services: [activity], exhibitions: [activity] },
  );
  for (const { columns, rows } of tables) expect(rows.map((row) => row.length)).toEqual([columns.length]);
});

test.each([
  ['2018-09-20', { day: '2018-09-20' }],
  ['2018-09', '2018年9月'],
  ['2018-12', '2018年12月'],
  ['2018', '2018年'],
])('a policy issued %s has %j in its cell', (issuedOn, cell) => {
  expect(rowsOf({ policies: [{ ...policy, issuedOn }] })[0]).toMatchObject([
    [1, policy.name, policy.issuer, cell, policy.remark],
  ]);
});

test('what nobody knows is an empty cell, and nobody is zero', () => {
  expect(rowsOf({ policies: [{ ...policy, remark: '' }] })[0]?.[0]?.[4]).toBeNull();
  expect(rowsOf({ services: [{ ...activity, headcount: null, hosts: '' }] })[1]).toEqual([
    [1, '政策解读会', null, null, '讲解奖补政策。'],
  ]);
  expect(
    rowsOf({ services: [{ ...activity, headcount: { count: 0, method: '签到表' } }] })[1]?.[0]?.[3],
  ).toBe(0);
});

test('a form without rows still has its three tables', () => {
  expect(rowsOf({})).toEqual([[], [], []]);
});
