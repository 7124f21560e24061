import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { exportBulletin } from '#shared/contract/bulletin/export-bulletin';
import { issueBulletin } from '#shared/contract/bulletin/issue-bulletin';
import { openBulletin } from '#shared/contract/bulletin/open-bulletin';
import { saveActivity } from '#shared/contract/record/save-activity';
import { sendBulletin } from '#shared/contract/bulletin/send-bulletin';
import { october } from '../../shared/example-records';
import { log, changeOf } from '../support/log-form';
import {
  ask,
  causeTrouble,
  endTroubles,
  get,
  kept,
  loggedFailure,
  mailsReceived,
  makeRequestsMeet,
  newRequestId,
  refused,
  refuseNextMail,
  runTheCloud,
  stopClockAt,
  wakeTheTimer,
} from '../support/running-cloud';

runTheCloud();

const day = '2018-10-10';

async function download(url: string): Promise<Buffer> {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

/** The paragraphs of a Word file. */
function paragraphsOf(content: Buffer): string[] {
  const xml = strFromU8(unzipSync(new Uint8Array(content))['word/document.xml'] ?? new Uint8Array());
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)]
    .map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    )
    .filter((text) => text !== '');
}

async function exported() {
  const { url, fileName, bytes } = await get('bureau', exportBulletin, { day });
  const content = await download(url);
  expect(content).toHaveLength(bytes);
  return { fileName, content };
}

const send = { day, again: false };

// One bulletin on its way: collecting, compiled, issued, sent.

test('a bulletin that is not compiled is neither exported nor sent', async () => {
  await stopClockAt(october('10 10:00'));
  const typed = { name: '=HYPERLINK("http://example.org")<b>&融资对接会' };
  await log('organiser', typed, { bulletin: 'report' });
  const open = { code: 'FROZEN', details: { state: 'bulletin-open' } };
  expect(await refused('bureau', exportBulletin, { day })).toEqual(open);
  expect(await refused('bureau', sendBulletin, send)).toEqual(open);
});

test('a compiled one is exported as it will print, the same bytes each time, and is not sent yet', async () => {
  await stopClockAt(october('10 16:02'));
  await wakeTheTimer();
  const { fileName, content } = await exported();
  expect(fileName).toBe('2018年全国大众创业万众创新活动周每日信息（未编发，10月10日）.docx');
  expect(paragraphsOf(content).slice(0, 7)).toEqual([
    '2018年全国大众创业万众创新活动周',
    '每日信息',
    '（未编期）',
    '广东省中小企业局\u30002018年10月10日',
    '截至10月10日16:00，1个市报送重要活动1项，参加人数共86人。',
    '一、重要活动',
    '（一）=HYPERLINK(&quot;http://example.org&quot;)&lt;b&gt;&amp;融资对接会',
  ]);
  await stopClockAt(october('10 16:30'));
  expect((await exported()).content.equals(content)).toBe(true);
  expect(await refused('bureau', sendBulletin, send)).toMatchObject({ code: 'FROZEN' });
  expect(await mailsReceived()).toEqual([]);
});

test('an issued one bears its number, and stays as it is when its activity is corrected', async () => {
  const { bulletin } = await get('bureau', openBulletin, { day });
  await get('bureau', issueBulletin, { day, revision: bulletin.revision });
  const { fileName, content } = await exported();
  expect(fileName).toContain('（第1期，10月10日）.docx');
  expect(paragraphsOf(content)).toContain('第1期');

  const [{ activityId } = { activityId: '' }] = bulletin.printed;
  const { _id, ...fields } = (await kept('activities')).find((each) => each._id === activityId) ?? {
    _id: '',
  };
  const change = changeOf(
    { id: _id, ...fields } as never,
    { name: '更正名称的融资对接会' },
    {
      bulletin: 'report',
      reason: '名称有误',
    },
  );
  await get('organiser', saveActivity, change);
  expect((await exported()).content.equals(content)).toBe(true);
});

test('a mail server that refuses leaves a failed mail with its answer; issuing is not undone', async () => {
  await stopClockAt(october('10 17:00'));
  await refuseNextMail(552, 'mailbox full');
  const { mail } = await get('bureau', sendBulletin, send);
  expect(mail).toMatchObject({
    attempt: 1,
    state: 'failed',
    sentAt: null,
    response: '552 mailbox full',
    error: '发信服务器拒绝了这封邮件，请核对收件地址后重发。',
  });
  expect(await mailsReceived()).toEqual([]);
  expect((await get('bureau', openBulletin, { day })).stage).toBe('issued');
});

test('it is then sent again: to the edition’s mailbox, with the very file that is exported, and all of it is kept', async () => {
  await stopClockAt(october('10 17:10'));
  const requestId = newRequestId();
  const { mail } = await get('bureau', sendBulletin, send, requestId);
  const { content, fileName } = await exported();
  expect(mail).toMatchObject({
    attempt: 2,
    unitName: '广东省中小企业局',
    to: 'cxfwc@sme.gov.cn',
    subject: '2018年全国大众创业万众创新活动周广东省中小企业局每日信息第1期（10月10日）',
    attachments: [{ fileName, bytes: content.length }],
    state: 'sent',
    at: october('10 17:10'),
    sentAt: october('10 17:10'),
    error: null,
  });
  expect(mail.response).toMatch(/^250 /);
  expect(await mailsReceived()).toMatchObject([
    {
      messageId: '<bulletin-2018-2018-10-10-2@shuangchuangzhou>',
      to: ['cxfwc@sme.gov.cn'],
      subject: mail.subject,
      attachments: [{ name: fileName, sha256: createHash('sha256').update(content).digest('hex') }],
    },
  ]);
  const [received] = await mailsReceived();
  expect(received?.text.trim()).toBe(mail.text);
  expect(received?.ownHeaders['x-audit-heads']).toMatch(/^([0-9a-f]:\d+:[0-9a-f]{16} ?)+$/);
  const shown = (await get('bureau', openBulletin, { day })).mails;
  expect(shown.map(({ state }) => state)).toEqual(['sent', 'failed']);

  // The phone, unsure, sends the same request again: it is answered and nothing goes out.
  expect(await get('bureau', sendBulletin, send, requestId)).toEqual({ mail });
  expect(await mailsReceived()).toHaveLength(1);
});

test('what was sent is sent another time only when somebody says so', async () => {
  expect(await refused('bureau', sendBulletin, send)).toEqual({
    code: 'FROZEN',
    details: { state: 'mail-sent' },
  });
  expect(await mailsReceived()).toHaveLength(1);
  const { mail } = await get('bureau', sendBulletin, { day, again: true });
  expect(mail).toMatchObject({ attempt: 3, state: 'sent' });
  expect(await mailsReceived()).toHaveLength(2);
});

test('two who send one at the same moment send it once', async () => {
  await stopClockAt(october('11 16:02'));
  await wakeTheTimer();
  const next = '2018-10-11';
  const { bulletin } = await get('bureau', openBulletin, { day: next });
  await get('bureau', issueBulletin, { day: next, revision: bulletin.revision });
  const before = (await mailsReceived()).length;
  await makeRequestsMeet('bureau', exportBulletin, { day: next });
  const answers = await Promise.all(
    [1, 2].map(() => ask('bureau', sendBulletin, { day: next, again: false })),
  );
  expect(answers.filter((answer) => 'ok' in answer && answer.ok)).toHaveLength(1);
  expect(answers.filter((answer) => 'ok' in answer && !answer.ok)).toMatchObject([
    { error: { code: 'FROZEN' } },
  ]);
  expect(await mailsReceived()).toHaveLength(before + 1);
});

describe('a database that fails', () => {
  afterEach(endTroubles);

  test('before the mail is queued: nothing goes out, and repeating sends it once', async () => {
    const before = (await mailsReceived()).length;
    const requestId = newRequestId();
    await causeTrouble({
      action: 'database.insertDocument',
      collection: 'mails',
      times: 1,
      errorCode: 'DATABASE_REQUEST_FAILED',
    });
    expect(await refused('bureau', sendBulletin, { day, again: true }, requestId)).toMatchObject({
      code: 'UNAVAILABLE',
    });
    await loggedFailure();
    expect(await mailsReceived()).toHaveLength(before);
    await get('bureau', sendBulletin, { day, again: true }, requestId);
    expect(await mailsReceived()).toHaveLength(before + 1);
  });

  test('after the mail went out: repeating never sends it again, and says that nobody knows', async () => {
    await stopClockAt(october('11 18:00'));
    const before = (await mailsReceived()).length;
    const requestId = newRequestId();
    await causeTrouble({
      action: 'database.modifyDocument',
      collection: 'mails',
      times: 1,
      errorCode: 'DATABASE_REQUEST_FAILED',
    });
    expect(await refused('bureau', sendBulletin, { day, again: true }, requestId)).toMatchObject({
      code: 'UNAVAILABLE',
    });
    await loggedFailure();
    expect(await mailsReceived()).toHaveLength(before + 1);

    const queued = { code: 'FROZEN', details: { state: 'mail-queued' } };
    expect(await refused('bureau', sendBulletin, { day, again: true }, requestId)).toEqual(queued);
    expect(await refused('bureau', sendBulletin, { day, again: true })).toEqual(queued);
    await stopClockAt(october('11 18:02'));
    const { mail } = await get('bureau', sendBulletin, { day, again: true }, requestId);
    expect(mail).toMatchObject({
      state: 'failed',
      error: '发送时中断，不知道对方是否收到。请先核对，再决定是否重发。',
    });
    expect(await mailsReceived()).toHaveLength(before + 1);
  });
});
