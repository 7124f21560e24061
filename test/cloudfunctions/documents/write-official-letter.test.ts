import { strFromU8, unzipSync } from 'fflate';
import type { OfficialLetter } from '#shared/official-form/official-letter';
import { writeOfficialLetter } from '../../../cloudfunctions/documents/write-official-letter';

const letter: OfficialLetter = {
  title: ['2018年全国大众创业万众创新活动周', '总结'],
  subtitle: ['第1期'],
  parts: [
    { role: 'body', text: '第一段。\n第二段。' },
    { role: 'heading1', text: '一、基本情况' },
    { role: 'heading2', text: '（一）服务活动' },
    {
      role: 'table',
      columns: [
        { title: '序号', share: 1, align: 'center' },
        { title: '活动名称', share: 4, align: 'left' },
      ],
      rows: [['1', '=1+1 <b>&融资对接会']],
    },
    { role: 'note', text: '注：一句说明。' },
    { role: 'signature', text: '广东省中小企业局' },
  ],
};

async function partsOf(content: Promise<Buffer>): Promise<Record<string, string>> {
  const files = Object.entries(unzipSync(new Uint8Array(await content)));
  return Object.fromEntries(files.map(([path, bytes]) => [path, strFromU8(bytes)]));
}

let files: Record<string, string>;
beforeAll(async () => {
  files = await partsOf(writeOfficialLetter(letter));
});

/** Millimetres of a length in twentieths of a point. */
const millimetres = (twips: string | undefined) => Math.round((Number(twips) / 1440) * 254) / 10;

function attribute(element: string, name: string): string | undefined {
  const [tag = ''] = new RegExp(`<w:${element} [^>]*>`).exec(files['word/document.xml'] ?? '') ?? [];
  return new RegExp(`w:${name}="([^"]*)"`).exec(tag)?.[1];
}

/** The typeface and size of the run that has a text. */
function faceOf(text: string): string {
  const runs = (files['word/document.xml'] ?? '').match(/<w:r>.*?<\/w:r>/gs) ?? [];
  const run = runs.find((each) => each.includes(`>${text}<`)) ?? '';
  return `${/w:eastAsia="([^"]*)"/.exec(run)?.[1]} ${Number(/<w:sz w:val="(\d+)"/.exec(run)?.[1]) / 2}`;
}

test('a letter is on A4 with the margins of GB/T 9704: 37, 35, 28 and 26 mm', () => {
  expect([attribute('pgSz', 'w'), attribute('pgSz', 'h')].map(millimetres)).toEqual([210, 297]);
  const margins = ['top', 'bottom', 'left', 'right'].map((side) => millimetres(attribute('pgMar', side)));
  expect(margins).toEqual([37, 35, 28, 26]);
});

test('its page takes 22 lines of 28 characters, by the grid it declares and by its own measure', () => {
  const [height, width] = [297 - 37 - 35, 210 - 28 - 26].map((length) => (length / 25.4) * 72);
  expect(attribute('docGrid', 'type')).toBe('linesAndChars');
  const linePitch = Number(attribute('docGrid', 'linePitch')) / 20;
  const characterPitch = 16 + Number(attribute('docGrid', 'charSpace')) / 4096;
  expect(Math.floor((height ?? 0) / linePitch)).toBe(22);
  expect(Math.round((width ?? 0) / characterPitch)).toBe(28);

  const document = files['word/document.xml'] ?? '';
  const lines = [...document.matchAll(/<w:spacing [^>]*w:line="(\d+)" w:lineRule="exact"/g)];
  expect(new Set(lines.map(([, line]) => Number(line) / 20))).toEqual(new Set([linePitch]));
  const closer = new Set([...document.matchAll(/<w:spacing w:val="(-?\d+)"\/>/g)].map(([, value]) => value));
  expect([...closer]).toHaveLength(1);
  const set = 16 + Number([...closer][0]) / 20;
  expect(Math.floor((width ?? 0) / set)).toBe(28);
});

test('its typefaces and sizes are those of an official paper', () => {
  expect(faceOf('总结')).toBe('方正小标宋简体 22');
  expect(faceOf('第1期')).toBe('楷体_GB2312 16');
  expect(faceOf('第一段。')).toBe('仿宋_GB2312 16');
  expect(faceOf('一、基本情况')).toBe('黑体 16');
  expect(faceOf('（一）服务活动')).toBe('楷体_GB2312 16');
  expect(faceOf('活动名称')).toBe('黑体 12');
});

test('its page number stands between dashes, at the right of odd pages and at the left of even ones', () => {
  const footers = ['word/footer1.xml', 'word/footer2.xml'].map((path) => files[path] ?? '');
  for (const footer of footers) {
    expect(footer.replace(/<[^>]*>/g, '').replace('PAGE', 'N')).toBe('— N —');
  }
  expect(footers.map((footer) => /<w:jc w:val="(\w+)"/.exec(footer)?.[1])).toEqual(['right', 'left']);
  expect(files['word/settings.xml']).toContain('<w:evenAndOddHeaders');
  expect(Object.keys(files).filter((path) => path.includes('header'))).toEqual([]);
});

test('text is text, whatever it begins with', () => {
  expect(files['word/document.xml']).toContain('>=1+1 &lt;b&gt;&amp;融资对接会<');
});

test('the same letter gives the same bytes a day later, and nowhere says when or where it was written', async () => {
  const first = await writeOfficialLetter(letter);
  jest.useFakeTimers({ now: Date.now() + 86_400_000, doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] });
  try {
    expect((await writeOfficialLetter(letter)).equals(first)).toBe(true);
  } finally {
    jest.useRealTimers();
  }
  expect(files['docProps/core.xml']).not.toMatch(/created|modified|Un-named/);
});
