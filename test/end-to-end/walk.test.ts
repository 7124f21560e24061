import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import type { Browser } from 'playwright-core';
import { DemoPhone } from '../../scripts/browser/demo-phone';
import { fillLogForm, loggedActivity } from '../../scripts/browser/log-an-activity';
import { openBrowser } from '../../scripts/browser/open-browser';
import { startProduct, type RunningProduct } from '../../scripts/browser/running-product';

let product: RunningProduct;
let browser: Browser;
let phone: DemoPhone;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

afterEach(async () => {
  expect(phone.complaints).toEqual([]);
  expect(product.errors).toEqual([]);
  await phone.close();
});

test('a visitor sees what is on today, the list of the week, a day and an activity', async () => {
  phone = await DemoPhone.open(browser, product.url);
  const { page } = phone;
  await page.getByText('今天 · 10月10日 周三').waitFor();
  await page.getByText('查看全周 10 场活动').click();

  await page.getByText('共 10 场，已全部显示').waitFor();
  await page.getByRole('tab', { name: '12日 周五，8 场' }).last().click();
  await page.getByText('共 8 场，已全部显示').waitFor();
  await page.getByRole('link', { name: /海上丝绸之路国际博览会新闻发布会/ }).click();

  await page.getByText('主要内容').waitFor();
  await expect(page.getByText('1732家企业参展').isVisible()).resolves.toBe(true);
  await expect(page.getByText('10月12日 周五').last().isVisible()).resolves.toBe(true);
});

test('the first screen asks the cloud once, for at most 20 KB', async () => {
  phone = await DemoPhone.open(browser, product.url);
  const { page } = phone;
  const answers: number[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/local/call'))
      void response.body().then(({ length }) => answers.push(length));
  });
  await page.reload();
  await page.getByText('今天 · 10月10日 周三').waitFor();
  await page.waitForLoadState('networkidle');

  expect(answers).toHaveLength(1);
  expect(answers[0]).toBeLessThanOrEqual(20 * 1024);
});

test('the log form says at each field what is wrong and keeps the rest', async () => {
  phone = await DemoPhone.open(browser, product.url, { person: 'organiser' });
  const { page } = phone;
  await page.getByText('本单位工作台').last().click();
  await page.getByRole('button', { name: '填报活动' }).click();
  await page.getByLabel('区县', { exact: true }).fill('海珠区');
  await page.getByRole('button', { name: '提交' }).click();

  await page.getByText('至少写 4 个字').waitFor();
  await expect(page.getByRole('alert').allInnerTexts()).resolves.toEqual([
    '请从选项中选择',
    '至少写 4 个字',
    '请填写',
    '至少写 10 个字',
  ]);
  await expect(page.getByLabel('区县', { exact: true }).inputValue()).resolves.toBe('海珠区');
  await page.getByLabel('活动名称', { exact: true }).fill('小微企业沙龙');
  await expect(page.getByText('至少写 4 个字').count()).resolves.toBe(0);
});

test('what was typed survives leaving the form, and is gone once it is discarded', async () => {
  phone = await DemoPhone.open(browser, product.url, { person: 'organiser' });
  const { page } = phone;
  await page.getByText('本单位工作台').last().click();
  await page.getByRole('button', { name: '填报活动' }).click();
  await page.getByLabel('活动名称', { exact: true }).fill('写到一半的活动');
  await page.goBack();
  await page.getByRole('button', { name: '填报活动' }).click();

  await page.getByText('已恢复上次没有提交的内容').waitFor();
  await expect(page.getByLabel('活动名称', { exact: true }).inputValue()).resolves.toBe('写到一半的活动');
  await page.getByRole('button', { name: '不要了' }).click();
  await page.getByText('已恢复上次没有提交的内容').waitFor({ state: 'detached' });
  await expect(page.getByLabel('活动名称', { exact: true }).inputValue()).resolves.toBe('');
});

test('an activity goes from a phone to the ministry’s form, with the cut-off in between', async () => {
  phone = await DemoPhone.open(browser, product.url, { person: 'organiser' });
  const { page } = phone;
  await page.getByText('本单位工作台').last().click();
  await page.getByRole('button', { name: '填报活动' }).click();
  await fillLogForm(page);
  await page.getByRole('switch', { name: '重要活动，报送当日简报' }).click();
  await page.getByText(/进10月10日简报，16:00 前收（16:00 整起不再收），还剩 \d+ 分/).waitFor();

  await phone.setTime('2018-10-10 16:00:00', 0);
  await page.getByRole('button', { name: '提交' }).click();
  await page
    .getByText(/现在是 16:00:00。填写的内容都还在/)
    .last()
    .waitFor();
  await page.getByText('返回修改').click();
  await page.getByText('返回修改').waitFor({ state: 'hidden' });
  await expect(page.getByLabel('主要内容', { exact: true }).inputValue()).resolves.toBe(loggedActivity.about);

  await phone.setTime('2018-10-10 15:59:59', 0);
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('已入10月10日简报（15:59 收到）；已报送，等待审核。').waitFor();
  await page.getByRole('button', { name: '返回工作台' }).click();
  await page.getByText('已入10月10日简报（15:59 收到）').last().waitFor();

  await page.goto(product.url);
  await phone.hold('bureau');
  await page.getByText('审核与周汇总').last().click();
  await page.getByText('按时 15:59:59').waitFor();
  await page.getByRole('button', { name: `通过${loggedActivity.name}` }).click();
  await page.getByText('没有待审核的活动').waitFor();
  await page.getByRole('button', { name: '汇总本周' }).click();
  await page.getByText('86 人（2 场没有人数，表中留空）').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载汇总表' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('广东省2018年全国“双创”活动周情况汇总表（第1版）.xlsx');

  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await readFile(await download.path())).buffer);
  const rows = workbook.worksheets[0]?.getSheetValues() ?? [];
  const row = rows.find((cells) => Array.isArray(cells) && cells[2] === loggedActivity.name);
  expect(row).toEqual([undefined, 1, loggedActivity.name, '演示双创示范基地', 86, loggedActivity.about]);
});

test('too late for the bulletin, an activity is kept for the week’s summary and says so', async () => {
  phone = await DemoPhone.open(browser, product.url, { person: 'organiser' });
  const { page } = phone;
  await page.getByText('本单位工作台').last().click();
  await page.getByRole('button', { name: '填报活动' }).click();
  await fillLogForm(page);
  await page.getByLabel('活动名称', { exact: true }).fill('迟报的项目路演');
  await page.getByRole('switch', { name: '重要活动，报送当日简报' }).click();
  await phone.setTimeInTheBar('2018-10-10 16:00:00');
  await page.getByText(/10月10日简报已截止/).waitFor();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('button', { name: '留作周总结' }).click();

  await page.getByText('未入10月10日简报；已报送，等待审核。').waitFor();
  await page.getByRole('button', { name: '返回工作台' }).click();
  await page.getByText('迟报的项目路演').waitFor();
  await page.getByText('未入10月10日简报', { exact: true }).waitFor();
});

test('without network the form keeps what was typed, says so, and sends once the network is back', async () => {
  phone = await DemoPhone.open(browser, product.url, { person: 'organiser' });
  const { page } = phone;
  await page.getByText('本单位工作台').last().click();
  await page.getByRole('button', { name: '填报活动' }).click();
  await fillLogForm(page);
  await page.getByLabel('活动名称', { exact: true }).fill('断网时填的活动');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('暂时没有办成').waitFor();
  await expect(page.getByLabel('活动名称', { exact: true }).inputValue()).resolves.toBe('断网时填的活动');

  await page.context().setOffline(false);
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('已报送，等待审核。').waitFor();
  expect(phone.complaints.splice(0)).toEqual([expect.stringContaining('ERR_INTERNET_DISCONNECTED')]);
});
