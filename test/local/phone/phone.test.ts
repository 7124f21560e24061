import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { openBrowser } from '../../../scripts/browser/open-browser';
import { buildFixture, buildPhone } from './build-fixture';
import { startStubServer, type StubServer } from './stub-server';

jest.setTimeout(30_000);

let folder: string;
let server: StubServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let faults: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phone-'));
  server = await startStubServer(await buildFixture(folder));
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  // A browser far from Guangdong, so that no time comes out right by chance.
  context = await browser.newContext({
    viewport: { width: 1100, height: 900 },
    timezoneId: 'America/Los_Angeles',
  });
  context.setDefaultTimeout(5_000);
  faults = [];
  page = await context.newPage();
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(server.origin))
      faults.push(request.url());
  });
});

afterEach(async () => {
  await context.close();
  expect(faults).toEqual([]);
});

const text = (testId: string) => page.getByTestId(testId).innerText();
const button = (name: string) => page.getByRole('button', { name, exact: true });

async function open(hash = ''): Promise<void> {
  await page.goto(`${server.origin}/${hash}`);
  await page.locator('.phone-page:not([hidden]) wx-page').waitFor();
}

/** Waits until an element shows a text. */
async function expectText(testId: string, expected: string | RegExp): Promise<void> {
  await page.getByTestId(testId).filter({ hasText: expected }).waitFor();
}

test('the build is the same every time', async () => {
  await buildPhone(join(folder, 'miniprogram'), join(folder, 'again'));
  const names = (await readdir(join(folder, 'web'), { recursive: true })).sort();
  expect((await readdir(join(folder, 'again'), { recursive: true })).sort()).toEqual(names);
  for (const name of ['index.html', 'app.js', 'app.css']) {
    const [first, second] = await Promise.all(
      ['web', 'again'].map((build) => readFile(join(folder, build, name), 'utf8')),
    );
    expect(first === second).toBe(true);
  }
  expect(names.filter((name) => name.endsWith('.woff2')).length).toBeGreaterThan(90);
});

test('lifetimes come in the order of WeChat', async () => {
  await open();
  await button('我的').click();
  await expectText('log', 'onHide');
  expect((await text('log')).split('|')).toEqual([
    'launch pages/home/index',
    'app show',
    'card created',
    'card attached',
    'onLoad',
    'card page show',
    'onShow',
    'card ready',
    'onReady',
    'onHide',
  ]);
});

test('events, scripts, slots and scoped styles work in a component', async () => {
  await open();
  await page.getByText('list of 2 卡片').click();
  await expectText('chosen', '卡片 7');
  expect(await styleOf(page.getByText('list of 2 卡片'), 'fontWeight')).toBe('600');
  await page.getByText('插槽').waitFor();
});

test('pages are pushed, popped, reloaded and found again in the history', async () => {
  await open();
  await page.getByText('带参数').click();
  await expectText('query', '{"id":"12","name":"a%20b"}');
  await expectText('measured', '300x150 in 375');
  expect(page.url()).toContain('#/pages/detail/index?id=12&name=a%20b');
  await page.reload();
  await expectText('query', '"id":"12"');
  await page.goBack();
  await page.getByText('带参数').waitFor();
  await page.goForward();
  await expectText('query', '"id":"12"');
  await page.goBack();
  await page.getByText('分包').click();
  await page.getByText('分包里的一页').waitFor();
  await page.getByText('换成填写').click();
  await page.getByLabel('标题').waitFor();
  await button('返回').click();
  await page.getByText('分包').click();
  await page.getByText('去我的').click();
  await button('存草稿').waitFor();
  expect(await page.locator('.phone-page').count()).toBe(2);
});

test('fields, choices, pickers and the form give what was typed', async () => {
  await open('#/pages/form/index');
  await page.getByLabel('标题').fill('大湾区路演');
  await expectText('title', '大湾区路演');
  await page.getByLabel('内容').fill('讲了融资');
  await page.getByLabel('电话').fill('13800000000');
  await expectText('phone', '13800000000');
  await page.getByText('哪天').click();
  await page.getByLabel('日', { exact: true }).selectOption('12');
  await button('确定').click();
  await page.getByText('几点').click();
  await page.getByLabel('分', { exact: true }).selectOption('59');
  await button('确定').click();
  await button('班次').click();
  await page.getByLabel('选项').selectOption('乙');
  await button('取消').click();
  await button('班次').click();
  await page.getByLabel('选项').selectOption('乙');
  await button('确定').click();
  await expectText('shift', '乙');
  await page.getByRole('switch', { name: '公开' }).press('Space');
  await page.getByText('在线上办').click();
  await button('提交表单').press('Enter');
  await expectText('submitted', '}');
  expect(JSON.parse(await text('submitted'))).toEqual({
    title: '大湾区路演',
    about: '讲了融资',
    phone: '13800000000',
    day: '2018-10-12',
    time: '15:59',
    open: true,
    online: true,
  });
});

test('dialogs, sheets and questions answer', async () => {
  await open('#/pages/form/index');
  await button('打开对话框').click();
  await button('确定报送').click();
  await expectText('answer', '已报送');
  await button('动作面板').click();
  await page.getByText('退回').click();
  await expectText('answer', '退回');
  await button('系统对话框').click();
  await page.keyboard.press('Escape');
  await expectText('answer', '否');
  await button('轻提示').click();
  await page.getByText('保存好了').waitFor();
});

test('cloud functions are called as the chosen person, and failures have WeChat’s shape', async () => {
  await open();
  await button('调用云函数').click();
  await expectText('reply', 'visitor 几点');
  await button('调用失败').click();
  await expectText('reply', '-504002 cloud.callFunction:fail function failed');
  await page.getByLabel('身份').selectOption('基地人员');
  await button('调用云函数').click();
  await expectText('reply', 'organiser 几点');
});

test('an unreachable server is a failed request', async () => {
  await open();
  await page.route('**/local/call', (route) => route.abort());
  await button('调用失败').click();
  await expectText('reply', 'cloud.callFunction:fail request:fail');
  faults = faults.filter((fault) => !fault.includes('net::ERR_FAILED'));
});

test('every person has a storage of their own', async () => {
  await open('#/pages/me/index');
  await button('存草稿').click();
  await expectText('draft', '写到一半');
  await page.getByLabel('身份').selectOption('基地人员');
  await button('我的').click();
  await expectText('draft', '无草稿');
  await page.getByLabel('身份').selectOption('访客');
  await button('我的').click();
  await expectText('draft', '写到一半');
});

test('the page lives in the time of the server, which the bar shows and sets', async () => {
  await open('#/pages/me/index');
  await page.getByText('2018-10-10T15:4').waitFor();
  await expectText('clock', '2018-10-10 15:4');
  await page.getByLabel('改到').fill('2018-10-10 15:59:59');
  await button('设定').click();
  await expectText('clock', '2018-10-10 16:00:00');
  await page.getByLabel('快慢').selectOption('暂停');
  await page.reload();
  await page.getByText('2018-10-10T16:00').waitFor();
});

test('large text reaches the page through page-meta', async () => {
  await open();
  const fontSize = () => styleOf(page.getByTestId('rem'), 'fontSize');
  expect(await fontSize()).toBe('16px');
  await page.getByLabel('大字').click();
  await page.locator('.phone-scroller[style*="23px"]').waitFor();
  expect(await fontSize()).toBe('23px');
  expect(await styleOf(page.locator('wx-page'), 'outlineColor')).toBe('rgb(1, 2, 3)');
});

test('a document is saved under its name', async () => {
  await open('#/pages/me/index');
  const [download] = await Promise.all([page.waitForEvent('download'), button('下载').click()]);
  expect(download.suggestedFilename()).toBe('总结.xlsx');
  expect(await readFile(await download.path(), 'utf8')).toBe('a workbook');
});

test('sharing copies a link that opens the page', async () => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin });
  await open('#/pages/me/index');
  await button('分享').click();
  await page.getByText('链接已复制').waitFor();
  await page.goto(await page.evaluate<string>('navigator.clipboard.readText()'));
  await page.reload();
  await expectText('query', '{"id":"3"}');
});

test('a handler of a script stops an event when it answers false, and only then', async () => {
  await open('#/pages/detail/index');
  await page.getByText('脚本拦下').click();
  await expectText('measured', '300x150');
  expect(await text('tapped')).toBe('没人点');
  await page.getByText('没有拦下').click();
  await expectText('tapped', '点到了');
});

test('slides follow the mouse, and a row scrolls to where the page wants it', async () => {
  await open('#/pages/detail/index');
  const box = await page.getByText('第一张').boundingBox();
  if (!box) throw new Error('the slide is not drawn');
  await page.mouse.move(box.x + 250, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 40, box.y + 40, { steps: 12 });
  await page.mouse.up();
  await expectText('slide', '1');
  await button('到末格').click();
  await expectText('measured', '到头了');
});

test('Chinese characters are drawn from the phone’s own files where the machine has none', async () => {
  await open();
  const slices = "document.fonts.load('16px \"Noto Sans SC\"', '双创周').then((faces) => faces.length)";
  expect(await page.evaluate<number>(slices)).toBeGreaterThan(0);
});

test('a phone’s touches tap, pull and scroll', async () => {
  await context.close();
  context = await browser.newContext({
    viewport: { width: 375, height: 700 },
    hasTouch: true,
    isMobile: true,
  });
  context.setDefaultTimeout(5_000);
  page = await context.newPage();
  await open();
  await page.getByText('list of 2 卡片').tap();
  await expectText('chosen', '卡片 7');
  await drag(180, 250, 520);
  await expectText('reply', '刷新了');
  await button('演示').tap();
  await page.getByLabel('身份').waitFor();
  await button('演示').tap();
  for (let turn = 0; turn < 6; turn += 1) await drag(180, 560, 100);
  await expectText('bottom', '到底了');
});

/** How the browser draws an element. */
function styleOf(locator: Locator, property: string): Promise<string | undefined> {
  return locator.evaluate((node, name) => {
    const window = globalThis as unknown as { getComputedStyle(of: unknown): Record<string, string> };
    return window.getComputedStyle(node)[name];
  }, property);
}

/** A finger that moves up or down the screen. */
async function drag(x: number, from: number, to: number): Promise<void> {
  const session = await context.newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x, y }] });
  await send('touchStart', from);
  for (let step = 1; step <= 10; step += 1) await send('touchMove', from + ((to - from) * step) / 10);
  await send('touchEnd');
  await session.detach();
}
