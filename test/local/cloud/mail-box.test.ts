import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailFailure, sendMail, type OutgoingMail } from '../../../cloudfunctions/platform/mail';
import { openBrowser } from '../../../scripts/browser/open-browser';
import { start, startTestCloud, type TestCloud } from './test-cloud';
import { localHeader } from '../../../local/cloud/routes/local-header';

const mail: OutgoingMail = {
  messageId: 'bulletin-2018-10-10-1',
  to: 'ministry@example.org',
  subject: '广东省“双创”活动周简报（第2期）',
  text: '现将当日重要活动情况报上，请查收。',
  headers: { 'X-Example': 'kept' },
  attachments: [
    {
      fileName: '简报第2期.docx',
      content: Buffer.from('first\u0000bytes'),
      contentType: 'application/x-one',
    },
    { fileName: 'second.xlsx', content: Buffer.alloc(300_000, 7), contentType: 'application/x-two' },
  ],
};

const running: { cloud?: TestCloud; smtpUrl?: string } = {};
const environment = { ...process.env };

async function startCloud(dataFolder?: string): Promise<TestCloud> {
  const cloud = await startTestCloud({
    settings: ({ smtpUrl }) => {
      running.smtpUrl = smtpUrl;
      return {};
    },
    clock: { now: start, rate: 0 },
    ...(dataFolder === undefined ? {} : { dataFolder }),
  });
  running.cloud = cloud;
  process.env.SMTP_URL = running.smtpUrl;
  process.env.MAIL_FROM = 'province@example.org';
  return cloud;
}

afterEach(async () => {
  await running.cloud?.cloud.close();
  process.env = { ...environment };
});

async function mailsIn({ cloud }: TestCloud): Promise<Record<string, unknown>[]> {
  return (await (await fetch(`${cloud.url}/local/mails`, { headers: localHeader })).json()) as Record<
    string,
    unknown
  >[];
}

async function failureOf(sending: Promise<unknown>): Promise<MailFailure> {
  const error: unknown = await sending.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof MailFailure)) throw new Error(`Expected a MailFailure: ${String(error)}`);
  return error;
}

test('a mail is kept with its Chinese subject, text and attachments, byte for byte', async () => {
  const cloud = await startCloud();
  expect((await sendMail(mail)).response).toMatch(/^250 /);
  const [kept, ...others] = await mailsIn(cloud);
  expect(others).toEqual([]);
  expect(kept).toMatchObject({
    at: start,
    from: 'province@example.org',
    to: ['ministry@example.org'],
    messageId: '<bulletin-2018-10-10-1@shuangchuangzhou>',
    subject: mail.subject,
    ownHeaders: { 'x-example': 'kept' },
    attachments: [{ name: '简报第2期.docx' }, { name: 'second.xlsx', bytes: 300_000 }],
  });
  expect(String(kept?.text).trim()).toBe(mail.text);
  const attachment = `${cloud.cloud.url}/local/mails/${String(kept?.id)}/attachments/0`;
  expect(Buffer.from(await (await fetch(attachment, { headers: localHeader })).arrayBuffer())).toEqual(
    mail.attachments[0]?.content,
  );
});

test('the page shows it and takes no markup from it', async () => {
  const { cloud } = await startCloud();
  await sendMail({ ...mail, subject: '<script>alert(1)</script>' });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${cloud.url}/local/mails.html`);
    await page.getByRole('heading', { name: '<script>alert(1)</script>' }).waitFor();
    expect(await page.locator('pre').textContent()).toContain(mail.text);
    const downloaded = page.waitForEvent('download');
    await page.getByRole('button', { name: 'second.xlsx' }).click();
    expect((await downloaded).suggestedFilename()).toBe('second.xlsx');
  } finally {
    await browser.close();
  }
});

test('a mail outlives the server that took it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mail-'));
  try {
    const first = await startCloud(folder);
    await sendMail(mail);
    await first.cloud.close();
    expect(await mailsIn(await startCloud(folder))).toMatchObject([{ subject: mail.subject }]);
    await running.cloud?.cloud.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a server that refuses says why, and keeps nothing', async () => {
  const cloud = await startCloud();
  await cloud.request('POST', '/local/mail-refusals', { code: 552, text: 'mailbox full', times: 1 });
  expect(await failureOf(sendMail(mail))).toMatchObject({ reason: 'refused', answer: '552 mailbox full' });
  expect(await mailsIn(cloud)).toEqual([]);
  expect((await sendMail(mail)).response).toMatch(/^250 /);
});

test('a server that does not answer is told apart from one that refuses', async () => {
  const cloud = await startCloud();
  await cloud.cloud.close();
  expect(await failureOf(sendMail(mail))).toMatchObject({ reason: 'unreachable' });
});

test('without a server set up nothing is tried', async () => {
  await startCloud();
  delete process.env.SMTP_URL;
  expect(await failureOf(sendMail(mail))).toMatchObject({ reason: 'not-set-up' });
});
