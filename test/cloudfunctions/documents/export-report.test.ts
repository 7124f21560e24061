import { strFromU8, unzipSync } from 'fflate';
import { acceptRecord } from '#shared/contract/record/accept-record';
import { exportReport } from '#shared/contract/summary/export-report';
import { openReport } from '#shared/contract/summary/open-report';
import { saveReportText } from '#shared/contract/summary/save-report-text';
import { october } from '../../shared/example-records';
import { compile } from '../support/compile';
import { log } from '../support/log-form';
import {
  get,
  newRequestId,
  refused,
  runTheCloud,
  stopClockAt,
  type PersonId,
} from '../support/running-cloud';

runTheCloud();

beforeEach(() => stopClockAt(october('15 17:00')));

async function download(person: PersonId, summaryId: string): Promise<{ fileName: string; content: Buffer }> {
  const { fileName, url } = await get(person, exportReport, { summaryId });
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return { fileName, content: Buffer.from(await response.arrayBuffer()) };
}

/** The letter's paragraphs outside its tables, as text. */
function paragraphsOf(content: Buffer): string[] {
  const xml = strFromU8(unzipSync(new Uint8Array(content))['word/document.xml'] ?? new Uint8Array());
  const body = xml.replace(/<w:tbl>.*?<\/w:tbl>/gs, '');
  return [...body.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs)]
    .map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    )
    .filter((text) => text !== '');
}

const words = { scope: null, section: 'mobilisation', text: '成立专班，明确分工。', revision: 0 } as const;

test('a report follows the notice’s sections, with the version’s figures and the staff’s words', async () => {
  const { id } = await log('organiser', {
    headcount: { count: 120, method: '主办方估计' },
    fields: ['融资'],
  });
  await get('city', acceptRecord, { kind: 'activity', id, revision: 1 });
  await get('city', saveReportText, words);
  const { fileName, content } = await download('city', (await compile('city')).id);
  expect(fileName).toMatch(/^广州市2018年全国大众创业万众创新活动周工作总结（第\d+版）\.docx$/);
  const paragraphs = paragraphsOf(content);
  expect(paragraphs.slice(0, 4)).toEqual([
    '广州市',
    '2018年全国大众创业万众创新活动周',
    '工作总结',
    '一、基本情况',
  ]);
  expect(paragraphs.filter((text) => /^[一二三四五六]、/.test(text))).toEqual([
    '一、基本情况',
    '二、高度重视，广泛动员',
    '三、加强服务，助推“双创”',
    '四、组织活动，展示成果',
    '五、积极宣传，扩大影响',
    '六、存在问题和下一步打算',
  ]);
  const text = paragraphs.join('\n');
  expect(text).toContain('10月9日至10月15日活动周期间，广州市共举办“双创”活动');
  expect(text).toContain('其中主办方估计120人次');
  expect(text).toContain('按服务领域分：融资1场');
  expect(paragraphs).toContain('成立专班，明确分工。');
});

test('the staff’s words stay when the summary is compiled again, and the same report is the same file', async () => {
  const section = 'problems';
  await get('bureau', saveReportText, { scope: null, section, text: '推广扫码签到。', revision: 0 });
  const first = await compile('bureau');
  const { content } = await download('bureau', first.id);
  await stopClockAt(october('16 09:00'));
  const again = await compile('bureau');
  const other = await download('bureau', again.id);
  expect(paragraphsOf(other.content)).toContain('推广扫码签到。');
  expect(other.content.equals(content)).toBe(true);
  const opened = await get('bureau', openReport, { scope: null, summaryId: null });
  expect(opened.summary).toEqual(again);
  expect(opened.sections.find((each) => each.section === section)).toMatchObject({
    heading: '存在问题和下一步打算',
    text: '推广扫码签到。',
    revision: 1,
  });
});

test('two people who write one section do not overwrite each other', async () => {
  const mine = { scope: null, section: 'events', text: '举办论坛和路演。', revision: 0 } as const;
  expect(await get('city', saveReportText, mine)).toMatchObject({ revision: 1 });
  expect(await refused('city', saveReportText, { ...mine, text: '另写一段' })).toMatchObject({
    code: 'CONFLICT',
    details: { current: { revision: 1, text: '举办论坛和路演。' } },
  });
  expect(await get('city', saveReportText, { ...mine, text: '另写一段', revision: 1 })).toMatchObject({
    revision: 2,
  });
});

test('sent twice, a text is kept once', async () => {
  const requestId = newRequestId();
  const mine = { scope: null, section: 'publicity', text: '公众号集中宣传。', revision: 0 } as const;
  const first = await get('city', saveReportText, mine, requestId);
  expect(await get('city', saveReportText, mine, requestId)).toEqual(first);
});

test('a scope’s words are its own, and before anything is compiled there are no figures', async () => {
  const unit = await get('organiser', openReport, { scope: null, summaryId: null });
  expect(unit.summary).toBeNull();
  expect(unit.sections.every(({ figures, text }) => figures.length === 0 && text === '')).toBe(true);
  expect(
    await refused('organiser', saveReportText, { ...words, scope: { kind: 'city', city: '广州' } }),
  ).toMatchObject({ code: 'FORBIDDEN' });
});

test('a report of the province is not for the city', async () => {
  const { id } = await compile('bureau');
  expect(await refused('city', exportReport, { summaryId: id })).toEqual({ code: 'FORBIDDEN', details: {} });
  expect(await refused('city', openReport, { scope: null, summaryId: id })).toEqual({
    code: 'NOT_FOUND',
    details: { what: 'summary' },
  });
});
