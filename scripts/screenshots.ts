import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DemoPhone } from './browser/demo-phone';
import { fillLogForm, loggedActivity } from './browser/log-an-activity';
import { openBrowser } from './browser/open-browser';
import { startProduct } from './browser/running-product';

const { values } = parseArgs({
  options: {
    /** Where the pictures go; docs/screenshots holds those that the README and the manual show. */
    out: { type: 'string', default: join(import.meta.dirname, '../docs/screenshots') },
    large: { type: 'boolean', default: false },
  },
});
const largeText = values.large;
await mkdir(values.out, { recursive: true });
const product = await startProduct();
const browser = await openBrowser();

/** A picture of the phone once everything on it has come to rest, fonts too. */
async function shoot(phone: DemoPhone, name: string): Promise<void> {
  const { page } = phone;
  await page.evaluate('document.fonts.ready.then(() => null)');
  await page.waitForTimeout(400);
  await page.evaluate('document.fonts.ready.then(() => null)');
  await page.screenshot({ path: join(values.out, `${name}${largeText ? '-large' : ''}.png`) });
}

async function open(person: string): Promise<DemoPhone> {
  return DemoPhone.open(browser, product.url, { person, largeText, scale: largeText ? 1 : 2 });
}

try {
  const visitor = await open('visitor');
  await shoot(visitor, '01-home');
  await visitor.page.getByText('查看全周').click();
  await visitor.page.getByText('已全部显示').waitFor();
  await shoot(visitor, '02-activities');
  await visitor.page.getByRole('tab', { name: /^14日/ }).last().click();
  await visitor.page.getByText('还没有公布的活动，换一天看看').waitFor();
  await shoot(visitor, '03-empty-day');
  await visitor.page.getByRole('tab', { name: /^10日/ }).last().click();
  await visitor.page
    .getByRole('link', { name: /境内外主题展/ })
    .last()
    .click();
  await visitor.page.getByText('主要内容').waitFor();
  await shoot(visitor, '04-activity');
  await visitor.page.goto(`${product.url}/#/pages/activity/index?id=gone`);
  await visitor.page.reload();
  await visitor.page.getByText('没有找到').waitFor();
  await shoot(visitor, '05-not-found');
  await visitor.close();

  const organiser = await open('organiser');
  const { page } = organiser;
  await shoot(organiser, '06-home-of-a-member');
  await page.getByText('本单位工作台').last().click();
  await page.getByText('还没有填报过活动').waitFor();
  await shoot(organiser, '07-workbench-empty');
  await page.getByRole('button', { name: '填报活动' }).click();
  await page.getByText('填入哪张表').first().waitFor();
  await shoot(organiser, '08-form');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('至少写 4 个字').waitFor();
  await page.waitForTimeout(2600);
  await shoot(organiser, '09-form-wrong');
  await fillLogForm(page);
  await page.getByRole('switch', { name: '重要活动，报送当日简报' }).click();
  await page.getByText(/还剩/).last().scrollIntoViewIfNeeded();
  await shoot(organiser, '10-form-important');
  await organiser.setTime('2018-10-10 16:00:00', 0);
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('button', { name: '留作周总结' }).waitFor();
  await shoot(organiser, '11-cut-off-passed');
  await page.getByText('返回修改').click();
  await page.getByText('返回修改').waitFor({ state: 'hidden' });
  await shoot(organiser, '12-nothing-lost');
  await organiser.setTime('2018-10-10 15:59:59', 0);
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('已经记下').waitFor();
  await shoot(organiser, '13-logged');
  await page.getByRole('button', { name: '返回工作台' }).click();
  await page.getByText(loggedActivity.name).waitFor();
  await shoot(organiser, '14-workbench');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: '填报活动' }).click();
  await page.getByText('暂时没有办成').waitFor();
  await shoot(organiser, '15-no-network');
  await organiser.close();

  const bureau = await open('bureau');
  await bureau.page.getByText('审核与周汇总').last().click();
  await bureau.page.getByText('按时 15:59:59').waitFor();
  await shoot(bureau, '16-summary');
  await bureau.page.getByRole('button', { name: `通过${loggedActivity.name}` }).scrollIntoViewIfNeeded();
  await shoot(bureau, '17-waiting');
  await bureau.page.getByRole('button', { name: `通过${loggedActivity.name}` }).click();
  await bureau.page.getByText('没有待审核的活动').waitFor();
  await bureau.page.getByRole('button', { name: '汇总本周' }).click();
  await bureau.page.getByRole('button', { name: '下载汇总表' }).scrollIntoViewIfNeeded();
  await bureau.page.waitForTimeout(2600);
  await shoot(bureau, '18-compiled');
  await bureau.close();

  const correcting = await open('organiser');
  await correcting.page.getByText('本单位工作台').click();
  await correcting.page.getByText(loggedActivity.name).waitFor();
  await correcting.page.getByRole('button', { name: /修改/ }).click();
  await correcting.page.getByLabel('更正原因').scrollIntoViewIfNeeded();
  await shoot(correcting, '19-correcting');
  await correcting.close();

  const wide = await DemoPhone.open(browser, product.url, {
    person: 'organiser',
    largeText,
    width: 1180,
    height: 900,
  });
  await shoot(wide, '00-on-a-laptop');
  await wide.close();
} finally {
  await browser.close();
  await product.stop();
}
console.log(`Pictures are in ${values.out}.`);
