import { formTables, formTitle } from '#shared/official-form/official-form';

/** The annex to 工企函〔2018〕467号 as it is printed, columns between tabs. */
const printed = `2018年全国“双创”活动周情况汇总表

表一：出台政策措施

序号	名称	单位	出台时间	备注

表二：服务活动情况

序号	活动名称	主办单位	参加人数	主要内容

注：活动名称包括政策解读、信息发布、创业辅导、技术支持、互动对接、投资交易和信息化服务等。

表三：展览展示等活动情况

序号	活动名称	主办单位	参加人数	主要内容

注：活动名称包括展览展示、创新论坛、项目路演、创新创业大赛、沙龙等。`;

test('the form is the notice’s, word for word', () => {
  const lines = Object.values(formTables).flatMap(({ title, columns, note }) => [
    title,
    columns.map((column) => column.title).join('\t'),
    ...(note === null ? [] : [note]),
  ]);
  expect([formTitle({ id: '2018' }), ...lines].join('\n\n')).toBe(printed);
});

test('numbers are numbers, dates are dates, and the rest is text', () => {
  expect(Object.values(formTables).map(({ columns }) => columns.map(({ kind }) => kind))).toEqual([
    ['number', 'text', 'text', 'date', 'text'],
    ['number', 'text', 'text', 'number', 'text'],
    ['number', 'text', 'text', 'number', 'text'],
  ]);
});

test('the form of another year bears that year', () => {
  expect(formTitle({ id: '2019' })).toBe('2019年全国“双创”活动周情况汇总表');
});
