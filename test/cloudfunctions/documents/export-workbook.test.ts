import { stateNil } from '#shared/contract/record/state-nil';
import ExcelJS from 'exceljs';
import { acceptRecord } from '#shared/contract/record/accept-record';
import { exportWorkbook } from '#shared/contract/summary/export-workbook';
import { listActivities } from '#shared/contract/public/list-activities';
import { openSummary } from '#shared/contract/summary/open-summary';
import { stateAsIs } from '#shared/contract/summary/state-as-is';
import { readActivity } from '#shared/contract/public/read-activity';
import { bodies, october } from '../../shared/example-records';
import { compile } from '../support/compile';
import { log } from '../support/log-form';
import {
  addPerson,
  get,
  kept,
  putDocuments,
  runTheCloud,
  stopClockAt,
  type PersonId,
} from '../support/running-cloud';

runTheCloud();

beforeEach(() => stopClockAt(october('10 15:00')));

async function download(url: string): Promise<Buffer> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

async function compileAndExport(person: PersonId) {
  const summary = await compile(person);
  const exported = await get(person, exportWorkbook, { summaryId: summary.id });
  return { summary, ...exported, content: await download(exported.url) };
}

async function workbookOf(content: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  // ExcelJS declares a Buffer of its own.
  await workbook.xlsx.load(content as unknown as ExcelJS.Buffer);
  return workbook;
}

/** The form, which is the first sheet. */
async function sheetOf(content: Buffer): Promise<ExcelJS.Worksheet> {
  const [sheet] = (await workbookOf(content)).worksheets;
  if (sheet === undefined) throw new Error('The workbook has no sheet');
  return sheet;
}

/** The rows of a sheet behind the form, each as the values of its cells. */
async function rowsBehind(content: Buffer, name: string): Promise<ExcelJS.CellValue[][]> {
  const sheet = (await workbookOf(content)).getWorksheet(name);
  if (sheet === undefined) throw new Error(`The workbook has no sheet ${name}`);
  const rows: ExcelJS.CellValue[][] = [];
  sheet.eachRow((row) => rows.push(row.values instanceof Array ? row.values.slice(1) : []));
  return rows;
}

/** The values of a row's five cells; of a merged row, its one text. */
function valuesOf(row: ExcelJS.Row): ExcelJS.CellValue[] {
  if (row.getCell(1).isMerged) return [row.getCell(1).value];
  return [1, 2, 3, 4, 5].map((column) => row.getCell(column).value);
}

/** The rows of the sheet that hold anything, in order. */
function rowsOf(sheet: ExcelJS.Worksheet): ExcelJS.CellValue[][] {
  const rows: ExcelJS.CellValue[][] = [];
  sheet.eachRow((row) => rows.push(valuesOf(row)));
  return rows.filter((row) => row.some((value) => value !== null));
}

/** The rows of one of the three tables, between its column titles and its note or the next table. */
function tableRows(sheet: ExcelJS.Worksheet, title: string): ExcelJS.CellValue[][] {
  const rows = rowsOf(sheet);
  const start = rows.findIndex(([text]) => text === title) + 2;
  const length = rows.slice(start).findIndex((row) => row.length === 1);
  return rows.slice(start, length === -1 ? undefined : start + length);
}

/** Everything on the sheet that is not a row of a table. */
function printedWords(sheet: ExcelJS.Worksheet): ExcelJS.CellValue[][] {
  return rowsOf(sheet).filter(([first]) => typeof first === 'string');
}

const services = '表二：服务活动情况';
const exhibitions = '表三：展览展示等活动情况';

test('an activity that a base logs is seen by the public, in the bulletin, accepted, compiled and in its row of the form', async () => {
  const { id, revision } = await log(
    'organiser',
    {
      name: '小微企业担保降费政策解读会',
      hosts: ['演示双创示范基地'],
      coHosts: bodies('广州市融资再担保公司'),
    },
    { bulletin: 'report' },
  );

  const listed = await get('visitor', listActivities, { day: '2018-10-10', after: null });
  expect(listed.activities.map(({ name }) => name)).toContain('小微企业担保降费政策解读会');
  expect((await get('visitor', readActivity, { id })).activity.headcount).toBeNull();

  const desk = await get('bureau', openSummary, { after: null });
  expect(desk.bulletin?.entries).toContainEqual({
    activityId: id,
    name: '小微企业担保降费政策解读会',
    receivedAt: october('10 15:00'),
  });
  await get('bureau', acceptRecord, { kind: 'activity', id, revision });
  expect((await get('visitor', readActivity, { id })).activity.headcount).toEqual({
    count: 86,
    method: '签到表',
  });

  const { fileName, content, bytes, summary } = await compileAndExport('bureau');
  expect(fileName).toBe(`广东省2018年全国“双创”活动周情况汇总表（第${summary.version}版）.xlsx`);
  expect(content).toHaveLength(bytes);
  const row = tableRows(await sheetOf(content), services).find(
    ([, name]) => name === '小微企业担保降费政策解读会',
  );
  expect(row?.slice(1)).toEqual([
    '小微企业担保降费政策解读会',
    '演示双创示范基地、广州市融资再担保公司',
    86,
    '讲解小微企业融资担保降费奖补政策。',
  ]);
});

test('the sheet has the words of the notice and no others', async () => {
  const { content } = await compileAndExport('bureau');
  expect(printedWords(await sheetOf(content))).toEqual([
    ['2018年全国“双创”活动周情况汇总表'],
    ['表一：出台政策措施'],
    ['序号', '名称', '单位', '出台时间', '备注'],
    ['表二：服务活动情况'],
    ['序号', '活动名称', '主办单位', '参加人数', '主要内容'],
    ['注：活动名称包括政策解读、信息发布、创业辅导、技术支持、互动对接、投资交易和信息化服务等。'],
    ['表三：展览展示等活动情况'],
    ['序号', '活动名称', '主办单位', '参加人数', '主要内容'],
    ['注：活动名称包括展览展示、创新论坛、项目路演、创新创业大赛、沙龙等。'],
  ]);
});

test('rows are numbered from 1 and in order of time, however they were logged and accepted', async () => {
  for (const startTime of ['15:00', '08:00', '11:00']) {
    const { id } = await log('organiser', {
      name: `沙龙，${startTime} 开始`,
      table: 'exhibition',
      type: '沙龙',
      firstDay: '2018-10-11',
      lastDay: '2018-10-11',
      startTime,
      endTime: '18:00',
    });
    await get('city', acceptRecord, { kind: 'activity', id, revision: 1 });
  }
  const { content, summary } = await compileAndExport('bureau');
  const rows = tableRows(await sheetOf(content), exhibitions);
  expect(rows.map(([number]) => number)).toEqual(rows.map((_row, index) => index + 1));
  expect(rows).toHaveLength(summary.exhibitions);
  const names = rows.map(([, name]) => name);
  expect(names.filter((name) => typeof name === 'string' && name.startsWith('沙龙'))).toEqual([
    '沙龙，08:00 开始',
    '沙龙，11:00 开始',
    '沙龙，15:00 开始',
  ]);
  // What the demo reports for 9 October comes before.
  expect(rows[0]?.[1]).toBe('2018首届“创客湾区”中山火炬光电信息技术创新创业大赛启动仪式');
});

test('a headcount is a number, and one that nobody knows is an empty cell', async () => {
  const { content } = await compileAndExport('bureau');
  const sheet = await sheetOf(content);
  const rows = [...tableRows(sheet, services), ...tableRows(sheet, exhibitions)];
  for (const [, , , headcount] of rows) {
    expect(headcount === null || typeof headcount === 'number').toBe(true);
  }
  expect(rows.some(([, , , headcount]) => headcount === null)).toBe(true);
});

test('no text becomes a formula on any sheet, whatever it begins with', async () => {
  const texts = [
    '\t=1+2；活动名称',
    '|cmd；活动名称',
    '＝1+1；活动名称',
    '=1+1；活动名称',
    '+86020；活动名称',
    '-2；活动名称',
    '@SUM(A1)；活动',
    '=HYPERLINK("http://x","活动")',
  ];
  for (const name of texts) {
    const { id } = await log('organiser', { name, hosts: [name], about: `${name}，内容不少于十个字。` });
    await get('city', acceptRecord, { kind: 'activity', id, revision: 1 });
    const waiting = await log('organiser', { name });
    await get('city', stateAsIs, {
      finding: { kind: 'waiting', what: 'activity', id: waiting.id, field: '' },
      revision: 1,
      note: name,
    });
  }
  const { content } = await compileAndExport('city');
  const sheet = await sheetOf(content);
  const rows = tableRows(sheet, services);
  for (const typed of texts) {
    const name = typed.trim();
    expect(rows.find(([, each]) => each === name)?.slice(2)).toEqual([
      name,
      86,
      `${name}，内容不少于十个字。`,
    ]);
  }
  const { worksheets } = await workbookOf(content);
  expect(worksheets).toHaveLength(7);
  for (const each of worksheets) {
    each.eachRow((row) => {
      row.eachCell((cell) => {
        expect(cell.formula).toBeUndefined();
      });
    });
  }
  expect((await rowsBehind(content, '核对说明')).flat()).toContain('=1+1；活动名称');
});

test('a policy’s date is a date, and one that is known to its month is written as the month', async () => {
  const { content } = await compileAndExport('bureau');
  const rows = tableRows(await sheetOf(content), '表一：出台政策措施');
  const dateOf = (name: string) => rows.find((row) => row[1] === name)?.[3];
  expect(dateOf('东莞市“科技东莞”工程专项资金财务管理办法')).toEqual(new Date('2018-01-18T00:00:00Z'));
  expect(dateOf('关于开展2018年省小型微型企业创业创新示范基地认定工作的通知')).toBe('2018年2月');
});

test('line breaks, emoji and XML’s own characters come through as typed', async () => {
  const typed = { name: '路演🚀<b>&amp;"𠮷野家"', about: '第一行内容，含 <a> & ]]>。\n第二行内容👩‍💻。' };
  const { id } = await log('organiser', typed);
  await get('city', acceptRecord, { kind: 'activity', id, revision: 1 });
  const { content } = await compileAndExport('city');
  const row = tableRows(await sheetOf(content), services).find(([, name]) => name === typed.name);
  expect(row?.[4]).toBe(typed.about);
});

test('it prints on A4 on its side, one page wide', async () => {
  const { content } = await compileAndExport('bureau');
  const { pageSetup, columnCount } = await sheetOf(content);
  expect(pageSetup).toMatchObject({
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  });
  expect(columnCount).toBe(5);
});

describe('behind the form', () => {
  test('are the sheets that staff need, each ready to print on A4', async () => {
    const { content } = await compileAndExport('bureau');
    const { worksheets } = await workbookOf(content);
    expect(worksheets.map(({ name }) => name)).toEqual([
      '情况汇总表',
      '按地市',
      '按日期',
      '按类型',
      '未列入情况',
      '核对说明',
      '记录清单',
    ]);
    for (const { pageSetup } of worksheets) {
      expect(pageSetup).toMatchObject({
        paperSize: 9,
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
      });
    }
  });

  test('every total is the sum of the records that are listed', async () => {
    const { id } = await log('organiser', { headcount: { count: 777, method: '主办方估计' } });
    await get('city', acceptRecord, { kind: 'activity', id, revision: 1 });
    const { content } = await compileAndExport('bureau');
    const listed = (await rowsBehind(content, '记录清单')).filter(
      ([table]) => table === '表二' || table === '表三',
    );
    expect(listed.find((row) => row[16] === id)?.slice(2, 18)).toEqual([
      '小微企业融资政策解读会',
      '演示双创示范基地',
      '广州',
      '合计',
      new Date('2018-10-10T00:00:00Z'),
      '政策解读',
      undefined,
      undefined,
      undefined,
      '线下',
      ...[777, '主办方估计'],
      ...[777, '主办方估计'],
      id,
      2,
    ]);
    const headcount = listed.reduce((sum, row) => sum + Number(row[12] ?? 0), 0);
    const byDay = (await rowsBehind(content, '按日期')).find(([label]) => label === '合计');
    expect(byDay?.slice(2, 4)).toEqual([listed.length, headcount]);
    const byType = (await rowsBehind(content, '按类型')).find(([label]) => label === '合计');
    expect(byType?.slice(2, 4)).toEqual([listed.length, headcount]);
    const byCity = await rowsBehind(content, '按地市');
    expect(byCity.find(([label]) => label === '合计')?.slice(5, 7)).toEqual([listed.length, headcount]);
    expect(byCity.find(([label]) => label === '各地合计')?.slice(5, 7)).toEqual([listed.length, headcount]);
  });

  test('how each city stands is said beside its figures', async () => {
    await log('organiser');
    await addPerson('of-heyuan', { unitId: 'heyuan', unitName: '河源市经信局', city: '河源', role: 'city' });
    await get('of-heyuan', stateNil, { scope: 'city', span: 'week' });
    const { content } = await compileAndExport('bureau');
    const standing = new Map((await rowsBehind(content, '按地市')).map(([city, status]) => [city, status]));
    expect(['广州', '河源', '云浮'].map((city) => standing.get(city))).toEqual(['有内容', '零报告', '未报']);
  });

  test('what was left out says why, and which units said nothing', async () => {
    const { id } = await log('organiser', { name: '还在等审核的活动' });
    const { content } = await compileAndExport('bureau');
    const rows = await rowsBehind(content, '未列入情况');
    expect(rows.find((row) => row[6] === id)?.slice(1, 5)).toEqual([
      '还在等审核的活动',
      '演示双创示范基地',
      '广州',
      '待审核',
    ]);
    expect(rows.find((row) => row[1] === '深圳市浪尖设计有限公司')?.slice(3, 5)).toEqual(['深圳', '未报']);
  });
});

test('two versions of the same snapshot are the same file, whenever they were compiled', async () => {
  const first = await compileAndExport('bureau');
  await stopClockAt(october('12 09:00'));
  const second = await compileAndExport('bureau');
  expect(second.summary.version).toBe(first.summary.version + 1);
  expect(second.summary.checksum).toBe(first.summary.checksum);
  expect(second.content.equals(first.content)).toBe(true);
});

test('two exports of one summary are the same, byte for byte, whatever happened between', async () => {
  const { summary, content } = await compileAndExport('bureau');
  const { id } = await log('organiser');
  await get('city', acceptRecord, { kind: 'activity', id, revision: 1 });
  await stopClockAt(october('14 09:00'));
  const again = await get('bureau', exportWorkbook, { summaryId: summary.id });
  expect((await download(again.url)).equals(content)).toBe(true);
});

test('a city’s workbook is named for the city', async () => {
  const { fileName } = await compileAndExport('city');
  expect(fileName).toMatch(/^广州市2018年全国“双创”活动周情况汇总表（第\d+版）\.xlsx$/);
});

test('a summary of more rows than one part holds has them all, in order', async () => {
  const [pattern] = (await kept('activities')).filter(({ state }) => state === 'accepted');
  if (pattern === undefined) throw new Error('The demo has no accepted activity');
  const many = Array.from({ length: 450 }, (_each, index) => {
    const number = String(index).padStart(4, '0');
    return {
      ...pattern,
      _id: `many-${number}`,
      unitCity: '广州',
      table: 'service',
      type: '创业辅导',
      name: `创业辅导第${number}场`,
      headcount: { count: index, method: '签到表' },
      sortKey: `2018-10-15T09:00#many-${number}`,
    };
  });
  await putDocuments('activities', many);
  const { content, summary } = await compileAndExport('bureau');
  const rows = tableRows(await sheetOf(content), services);
  expect(rows).toHaveLength(summary.services);
  expect(rows.slice(-450).map((row) => [row[1], row[3]])).toEqual(
    many.map(({ name, headcount }) => [name, headcount.count]),
  );
});
