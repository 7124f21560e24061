import type { Browser, Page } from 'playwright-core';
import { localHeader } from '../../local/cloud/routes/local-header';

/** A phone in the browser, in the hands of one demo person. */
export class DemoPhone {
  /** What went wrong on the page, and requests to other hosts: nothing, when all is well. */
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol.startsWith('http') && host !== new URL(url).host) this.complaints.push(request.url());
    });
  }

  static async open(
    browser: Browser,
    url: string,
    { person = 'visitor', largeText = false, width = 375, height = 812, scale = 1 } = {},
  ): Promise<DemoPhone> {
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: scale,
      locale: 'zh-CN',
      acceptDownloads: true,
    });
    const phone = new DemoPhone(await context.newPage(), url);
    await phone.page.goto(url);
    await phone.hold(person, largeText);
    return phone;
  }

  /** Hands the phone to a person, through the bar outside the frame. */
  async hold(person: string, largeText = false): Promise<void> {
    const { page } = this;
    await this.openBar();
    const isLarge = await page.getByTestId('large-text').isChecked();
    if (isLarge !== largeText) {
      await page.getByTestId('large-text').setChecked(largeText);
      await page.waitForLoadState();
      await this.openBar();
    }
    if ((await page.getByTestId('person').inputValue()) !== person) {
      await page.getByTestId('person').selectOption(person);
      await page.waitForLoadState();
    }
    await page.getByText('今天').first().waitFor();
    await this.closeBar();
  }

  /** Sets the simulated time by hand, in the bar outside the frame: `2018-10-10 15:59:59`. */
  async setTimeInTheBar(time: string): Promise<void> {
    await this.openBar();
    await this.page.getByTestId('clock-field').fill(time);
    await this.page.getByRole('button', { name: '设定' }).click();
    await this.page.getByTestId('clock').getByText(time.slice(0, -1)).waitFor();
    await this.closeBar();
  }

  private get handle() {
    return this.page.getByRole('button', { name: '演示', exact: true });
  }

  private async closeBar(): Promise<void> {
    const { handle } = this;
    const isOpen = (await handle.isVisible()) && (await handle.getAttribute('aria-expanded')) === 'true';
    if (isOpen) await handle.click();
  }

  private async openBar(): Promise<void> {
    await this.page.getByTestId('person').waitFor({ state: 'attached' });
    if (!(await this.page.getByTestId('person').isVisible())) await this.handle.click();
  }

  /** Sets the simulated time, for everyone: `2018-10-10 15:59:59`, Guangdong; and how fast it runs. */
  async setTime(time: string, rate = 1): Promise<void> {
    const now = Date.parse(`${time.replace(' ', 'T')}+08:00`);
    const response = await this.page.request.put(`${this.url}/local/clock`, {
      data: { now, rate },
      headers: localHeader,
    });
    if (!response.ok()) throw new Error(`The clock was not set: ${await response.text()}`);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
