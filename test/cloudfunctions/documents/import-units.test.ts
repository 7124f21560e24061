import ExcelJS from 'exceljs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { exportUnitTemplate } from '#shared/contract/unit/export-unit-template';
import { importUnits, mostRows } from '#shared/contract/unit/import-units';
import { columnNames } from '#shared/people/unit-row';
import { october } from '../../shared/example-records';
import {
  ask,
  causeTrouble,
  get,
  kept,
  loggedFailure,
  newRequestId,
  refused,
  runTheCloud,
  stopClockAt,
} from '../support/running-cloud';
import { bytesOf, fileWith, type Row } from '../support/unit-file';

runTheCloud();

beforeEach(() => stopClockAt(october('10 10:00')));

/** The same file with one of its parts changed. */
async function tampered(rows: readonly Row[], change: (sheet: string) => string): Promise<string> {
  const entries = unzipSync(new Uint8Array(Buffer.from(await fileWith(rows), 'base64')));
  const name = 'xl/worksheets/sheet1.xml';
  const sheet = Buffer.from(entries[name] ?? new Uint8Array()).toString('utf8');
  return Buffer.from(zipSync({ ...entries, [name]: strToU8(change(sheet)) })).toString('base64');
}

async function unitsNamed(part: string) {
  return (await kept('units')).filter(({ name }) => String(name).includes(part));
}

const wrongFile = (problem: string, limit: number | null = null) => ({
  code: 'INVALID_INPUT',
  details: { fields: [{ field: 'file', problem, limit }] },
});

test('good rows become units, and the same file again takes nothing new', async () => {
  const file = await fileWith([
    ['导入平台甲', '示范平台', '广州', ''],
    ['导入平台乙', '示范平台', '深圳市', null],
    ['导入中心丙', '省直单位', '省直', ''],
  ]);
  expect(await get('bureau', importUnits, { file })).toEqual({ rows: 3, taken: 3, notTaken: [] });
  expect(await unitsNamed('导入')).toHaveLength(3);
  expect((await unitsNamed('导入平台乙'))[0]).toMatchObject({
    kind: '示范平台',
    city: '深圳',
    parentId: null,
    state: 'active',
    revision: 1,
  });
  expect(await get('bureau', importUnits, { file })).toEqual({
    rows: 3,
    taken: 0,
    notTaken: [2, 3, 4].map((row, index) => ({
      row,
      column: '名称',
      reason: 'exists',
      text: ['导入平台甲', '导入平台乙', '导入中心丙'][index],
    })),
  });
  expect(await unitsNamed('导入')).toHaveLength(3);
});

test('every row that is not taken is told by its number, column and reason; the others are taken', async () => {
  const file = await fileWith([
    ['好行一', '示范基地', '广州', ''],
    ['', '示范基地', '广州', ''],
    ['无此类别', '研究所', '广州', ''],
    ['无此地市', '示范基地', '长沙', ''],
    ['没有类别地市', null, null, ''],
    ['好行一', '合作区', '广州', ''],
    [{ formula: '1+1', result: 2 }, '示范基地', '广州', ''],
    ['字'.repeat(51), '示范基地', '广州', ''],
    ['字', '示范基地', '广州', ''],
    ['日期类别', new Date(0), '广州', ''],
    ['错属地', '市级主管部门', '省直', ''],
    ['无上级', '示范基地', '广州', '没有这个上级'],
    ['演示双创示范基地', '示范基地', '广州', ''],
    ['好行二', '示范基地', '珠海', ''],
  ]);
  const report = await get('bureau', importUnits, { file });
  expect(report.notTaken.map(({ row, column, reason }) => [row, column, reason])).toEqual([
    [3, '名称', 'empty'],
    [4, '类别', 'unknown-kind'],
    [5, '地市', 'unknown-city'],
    [6, '类别', 'empty'],
    [6, '地市', 'empty'],
    [7, '名称', 'double-in-file'],
    [8, '名称', 'formula'],
    [9, '名称', 'too-long'],
    [10, '名称', 'too-short'],
    [11, '类别', 'not-text'],
    [12, '类别', 'kind-not-of-city'],
    [13, '上级单位', 'unknown-parent'],
    [14, '名称', 'exists'],
  ]);
  expect(report).toMatchObject({ rows: 14, taken: 2 });
  expect((await unitsNamed('好行')).map(({ name }) => name).sort()).toEqual(['好行一', '好行二']);
});

test('a parent is found in the file, whichever row it stands in, in the list of units and in the province', async () => {
  const file = await fileWith([
    ['层级三', '示范基地', '广州', '层级二'],
    ['层级二', '示范平台', '广州', '层级一'],
    ['层级一', '促进会', '广州', '广东省中小企业局'],
    ['层级甲', '促进会', '广州', '层级乙'],
    ['层级乙', '促进会', '广州', '层级甲'],
  ]);
  const { notTaken } = await get('bureau', importUnits, { file });
  expect(notTaken.map(({ row, reason }) => [row, reason])).toEqual([
    [5, 'unknown-parent'],
    [6, 'unknown-parent'],
  ]);
  const [third] = await unitsNamed('层级三');
  const [second] = await unitsNamed('层级二');
  const [first] = await unitsNamed('层级一');
  expect(third?.parentId).toBe(second?._id);
  expect(second?.parentId).toBe(first?._id);
});

test('a city imports its own units and no authority', async () => {
  const file = await fileWith([
    ['本市导入', '示范基地', '深圳', ''],
    ['外市导入', '示范基地', '广州', ''],
    ['主管导入', '市级主管部门', '深圳', ''],
    ['省直导入', '省直单位', '省直', ''],
  ]);
  const { taken, notTaken } = await get('shenzhen-city', importUnits, { file });
  expect(taken).toBe(1);
  expect(notTaken.map(({ row, column, reason }) => [row, column, reason])).toEqual([
    [3, '地市', 'other-city'],
    [4, '类别', 'reserved-kind'],
    [5, '地市', 'other-city'],
  ]);
  expect(await refused('organiser', importUnits, { file })).toMatchObject({ code: 'NO_MEMBERSHIP' });
});

test('columns may stand in any order, below a title, with spaces, rich text and numbers in them', async () => {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('说明').addRow(['先看这里']);
  const sheet = workbook.addWorksheet('名录');
  sheet.addRow(['2018年单位名录']);
  sheet.mergeCells('A1:D1');
  sheet.addRow(['序号', '地市', ' 名称 ', '类别']);
  sheet.addRow([
    1,
    ' 佛山市 ',
    { richText: [{ text: '富文本' }, { font: { bold: true }, text: '平台\u200b' }] },
    '示范平台',
  ]);
  sheet.addRow([]);
  sheet.addRow([2, '佛山', 20180001, '示范平台']);
  const file = (await bytesOf(workbook)).toString('base64');
  expect(await get('bureau', importUnits, { file })).toEqual({ rows: 2, taken: 2, notTaken: [] });
  expect((await unitsNamed('富文本平台'))[0]).toMatchObject({ name: '富文本平台', city: '佛山' });
  expect(await unitsNamed('20180001')).toHaveLength(1);
});

test('text that looks like a formula stays text', async () => {
  const file = await fileWith([['=HYPERLINK("http://x")', '示范平台', '=cmd', '']]);
  expect(await get('bureau', importUnits, { file })).toMatchObject({
    notTaken: [{ column: '地市', reason: 'unknown-city', text: '=cmd' }],
  });
});

test('six hundred rows are taken in steps; cut off between two of them, the same request ends what it began', async () => {
  const rows = Array.from({ length: 600 }, (_each, index) => [`分步单位${index}`, '服务联盟', '湛江', '']);
  const file = await fileWith(rows);
  const requestId = newRequestId();
  const importing = refused('bureau', importUnits, { file }, requestId);
  while ((await unitsNamed('分步单位')).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await causeTrouble({
    action: 'database.insertDocument',
    collection: 'units',
    times: 1,
    errorCode: 'DATABASE_REQUEST_FAILED',
  });
  expect(await importing).toMatchObject({ code: 'UNAVAILABLE' });
  await loggedFailure();
  const takenBefore = (await unitsNamed('分步单位')).length;
  expect(takenBefore % 12).toBe(0);
  expect(takenBefore).toBeLessThan(600);
  const report = { rows: 600, taken: 600, notTaken: [] };
  expect(await get('bureau', importUnits, { file }, requestId)).toEqual(report);
  expect(await get('bureau', importUnits, { file }, requestId)).toEqual(report);
  expect(await unitsNamed('分步单位')).toHaveLength(600);
});

test('the same file from two at once takes each unit once', async () => {
  const file = await fileWith(
    Array.from({ length: 60 }, (_each, index) => [`并发单位${index}`, '服务联盟', '茂名', '']),
  );
  const reports = await Promise.all([1, 2].map(() => get('bureau', importUnits, { file })));
  expect(reports.reduce((sum, { taken }) => sum + taken, 0)).toBe(60);
  expect(await unitsNamed('并发单位')).toHaveLength(60);
});

describe('a file that is none, or is made to do harm, is refused with a code', () => {
  const row: Row = ['恶意文件单位', '示范平台', '广州', ''];

  test.each<[string, string]>([
    ['not base64', '***'],
    ['base64 of nothing in particular', Buffer.from('名称,类别,地市').toString('base64')],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex').toString('base64')],
    ['an empty archive', Buffer.from(zipSync({})).toString('base64')],
    ['an archive of something else', Buffer.from(zipSync({ 'a.txt': strToU8('a') })).toString('base64')],
    [
      'a sheet that is no XML',
      Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': strToU8('<worksheet><') })).toString('base64'),
    ],
  ])('%s', async (_what, file) => {
    expect(await refused('bureau', importUnits, { file })).toEqual(wrongFile('not-an-xlsx'));
  });

  test('cut off at any place', async () => {
    const whole = Buffer.from(await fileWith([row]), 'base64');
    for (const part of [0.2, 0.5, 0.9]) {
      const file = whole.subarray(0, Math.floor(whole.length * part)).toString('base64');
      expect(await refused('bureau', importUnits, { file })).toEqual(wrongFile('not-an-xlsx'));
    }
  });

  test('without headings', async () => {
    expect(await refused('bureau', importUnits, { file: await fileWith([row], ['甲', '乙']) })).toEqual(
      wrongFile('wrong-headings'),
    );
  });

  test('with more rows than one call takes', async () => {
    const rows = Array.from({ length: mostRows + 1 }, (_each, index) => [
      `超量单位${index}`,
      '示范平台',
      '广州',
      '',
    ]);
    expect(await refused('bureau', importUnits, { file: await fileWith(rows) })).toEqual(
      wrongFile('too-many', mostRows),
    );
    expect(await unitsNamed('超量单位')).toEqual([]);
  });

  test('larger than two megabytes', async () => {
    expect(await refused('bureau', importUnits, { file: 'A'.repeat(2_900_000) })).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'file', problem: 'too-long' }] },
    });
  });

  test('that unpacks to a hundred megabytes', async () => {
    const bomb = new Uint8Array(100 * 1024 * 1024);
    const file = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': bomb })).toString('base64');
    const began = Date.now();
    expect(await refused('bureau', importUnits, { file })).toEqual(wrongFile('not-an-xlsx'));
    expect(Date.now() - began).toBeLessThan(5000);
  });

  test('of a thousand entries', async () => {
    const entries = Object.fromEntries(
      Array.from({ length: 1000 }, (_each, index) => [`xl/worksheets/sheet${index}.xml`, strToU8('<x/>')]),
    );
    const file = Buffer.from(zipSync(entries)).toString('base64');
    expect(await refused('bureau', importUnits, { file })).toEqual(wrongFile('not-an-xlsx'));
  });

  const whole = 'A1:XFD1048576';
  test.each<[string, string]>([
    ['merges every cell there could be', `<mergeCells count="1"><mergeCell ref="${whole}"/></mergeCells>`],
    [
      'has a rule for every cell there could be',
      `<dataValidations count="1"><dataValidation type="list" sqref="${whole}"><formula1>"a"</formula1></dataValidation></dataValidations>`,
    ],
  ])('that %s is read all the same', async (what, part) => {
    const name = `范围${what.length}单位`;
    const file = await tampered([[name, '示范平台', '广州', '']], (sheet) =>
      sheet.replace('</sheetData>', `</sheetData>${part}`),
    );
    const began = Date.now();
    expect(await get('bureau', importUnits, { file })).toMatchObject({ taken: 1 });
    expect(Date.now() - began).toBeLessThan(5000);
  });

  test('whose columns, rows or entities have no end', async () => {
    const farRow = await tampered([row], (sheet) =>
      sheet.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    );
    const farColumns = await tampered([row], (sheet) =>
      sheet.replace('<sheetData>', '<cols><col min="1" max="2147483647" width="9"/></cols><sheetData>'),
    );
    const laughs = await tampered([row], (sheet) =>
      sheet.replace(
        /<worksheet/,
        `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet`,
      ),
    );
    for (const file of [farRow, farColumns, laughs]) {
      const began = Date.now();
      const answer = await ask('bureau', importUnits, { file });
      expect(answer).toHaveProperty('ok');
      expect(answer).not.toMatchObject({ error: { code: 'UNAVAILABLE' } });
      expect(Date.now() - began).toBeLessThan(5000);
    }
  });
});

test('the template has the headings that the import reads, the kinds and the cities to choose from', async () => {
  const { fileName, url, bytes } = await get('city', exportUnitTemplate, {});
  expect(fileName).toBe('单位名录模板.xlsx');
  const content = Buffer.from(await (await fetch(url)).arrayBuffer());
  expect(content).toHaveLength(bytes);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(content as unknown as ExcelJS.Buffer);
  const [sheet, choices] = workbook.worksheets;
  expect((sheet?.getRow(1).values as unknown[]).slice(1)).toEqual([...columnNames]);
  expect(choices?.getColumn(1).values).toContain('示范基地');
  expect(choices?.getColumn(2).values).toEqual(expect.arrayContaining(['省直', '广州', '云浮']));
  expect(sheet?.getCell('B2').dataValidation.formulae).toEqual(['可选项!$A$2:$A$11']);
  expect(await get('city', importUnits, { file: content.toString('base64') })).toEqual({
    rows: 0,
    taken: 0,
    notTaken: [],
  });

  for (const [column, text] of [
    [1, '按模板填的单位'],
    [2, '示范基地'],
    [3, '广州'],
  ] as const) {
    if (sheet !== undefined) sheet.getRow(2).getCell(column).value = text;
  }
  const filled = (await bytesOf(workbook)).toString('base64');
  expect(await get('city', importUnits, { file: filled })).toEqual({ rows: 1, taken: 1, notTaken: [] });
});
