import { createHash } from 'node:crypto';
import { exportReport } from '#shared/contract/summary/export-report';
import { exportWorkbook } from '#shared/contract/summary/export-workbook';
import { mailSummary } from '#shared/contract/summary/mail-summary';
import { submitSummary } from '#shared/contract/summary/submit-summary';
import { october } from '../../shared/example-records';
import { compile } from '../support/compile';
import {
  get,
  kept,
  mailsReceived,
  newRequestId,
  refused,
  refuseNextMail,
  runTheCloud,
  stopClockAt,
} from '../support/running-cloud';

runTheCloud();

beforeEach(() => stopClockAt(october('16 15:00')));

async function sha256Of(url: string): Promise<string> {
  const content = Buffer.from(await (await fetch(url)).arrayBuffer());
  return createHash('sha256').update(content).digest('hex');
}

test('a version that was not submitted to the ministry is not sent', async () => {
  const open = { code: 'FROZEN', details: { state: 'not-submitted' } };
  const province = await compile('bureau');
  expect(await refused('bureau', mailSummary, { summaryId: province.id, again: false })).toEqual(open);
  const city = await compile('city');
  await get('city', submitSummary, { summaryId: city.id });
  expect(await refused('bureau', mailSummary, { summaryId: city.id, again: false })).toEqual(open);
  expect(await mailsReceived()).toEqual([]);
});

test('a submitted one goes to the ministry’s mailbox with the very workbook and report, once, and is kept', async () => {
  const { id: summaryId, version } = await compile('bureau');
  await get('bureau', submitSummary, { summaryId });

  await refuseNextMail(552, 'mailbox full');
  const failed = await get('bureau', mailSummary, { summaryId, again: false });
  expect(failed.mail).toMatchObject({ attempt: 1, state: 'failed', response: '552 mailbox full' });
  expect(await mailsReceived()).toEqual([]);

  const requestId = newRequestId();
  const { mail } = await get('bureau', mailSummary, { summaryId, again: false }, requestId);
  expect(mail).toMatchObject({
    attempt: 2,
    state: 'sent',
    to: 'cxfwc@sme.gov.cn',
    unitName: '广东省中小企业局',
    subject: '广东省2018年全国大众创业万众创新活动周总结和情况汇总表',
    text: expect.stringContaining(`（第${version}版）`) as string,
  });
  expect(await get('bureau', mailSummary, { summaryId, again: false }, requestId)).toEqual({ mail });
  expect(await refused('bureau', mailSummary, { summaryId, again: false })).toEqual({
    code: 'FROZEN',
    details: { state: 'mail-sent' },
  });

  const [received, ...others] = await mailsReceived();
  expect(others).toEqual([]);
  const workbook = await get('bureau', exportWorkbook, { summaryId });
  const report = await get('bureau', exportReport, { summaryId });
  expect(received).toMatchObject({
    to: ['cxfwc@sme.gov.cn'],
    subject: mail.subject,
    attachments: [
      {
        name: '广东省2018年全国“双创”活动周情况汇总表.xlsx',
        bytes: workbook.bytes,
        sha256: await sha256Of(workbook.url),
      },
      {
        name: '广东省2018年全国大众创业万众创新活动周工作总结.docx',
        bytes: report.bytes,
        sha256: await sha256Of(report.url),
      },
    ],
  });
  expect(await kept('mails')).toHaveLength(2);
  expect(await refused('city', mailSummary, { summaryId, again: true })).toMatchObject({
    code: 'NO_MEMBERSHIP',
  });
});
