import { line, paragraphs } from '#shared/ground/typed-text';

describe('a line keeps what is seen', () => {
  test.each([
    ['text', '创业沙龙', '创业沙龙'],
    ['emoji, joined ones too', '欢迎👨‍👩‍👧参加🎉', '欢迎👨‍👩‍👧参加🎉'],
    ['rare characters', '𠮷田孵化器', '𠮷田孵化器'],
    ['signs that start a formula elsewhere', '=1+1', '=1+1'],
  ])('%s', (_what, typed, kept) => {
    expect(line.parse(typed)).toBe(kept);
  });
});

describe('a line loses what is not', () => {
  test.each([
    ['spaces around it', '　 创业沙龙 \n', '创业沙龙'],
    ['a NUL', '创业\u0000沙龙', '创业 沙龙'],
    ['a line break', '创业\n沙龙', '创业 沙龙'],
    ['a line break of a word processor', '创业\u000b沙龙', '创业 沙龙'],
    ['the separators of lines and paragraphs', '创业\u2028沙\u2029龙', '创业 沙 龙'],
    ['zero-width spaces', '\u200b创业\u200b沙龙\ufeff', '创业沙龙'],
    ['marks that turn text around', '创业\u202e沙龙\u2066', '创业沙龙'],
    ['half an emoji', '创业\ud83d沙龙', '创业沙龙'],
  ])('%s', (_what, typed, kept) => {
    expect(line.parse(typed)).toBe(kept);
  });

  test('nothing but those is an empty text', () => {
    expect(line.parse('\u200b\u0000\ud800\ufeff')).toBe('');
  });
});

test('paragraphs keep their line breaks, written one way', () => {
  expect(paragraphs.parse('第一段\r\n第二段\r第三段\u000b第四段\n\n第五段')).toBe(
    '第一段\n第二段\n第三段\n第四段\n\n第五段',
  );
});

test('paragraphs lose what is not seen', () => {
  expect(paragraphs.parse(' 解读\u0000政策\u200b，\t答疑\udc00 ')).toBe('解读 政策， 答疑');
});

test('cleaning twice is cleaning once', () => {
  const messy = ' \u200b甲\u0000\r\n\u000b乙\ud800 ';
  expect(line.parse(line.parse(messy))).toBe(line.parse(messy));
  expect(paragraphs.parse(paragraphs.parse(messy))).toBe(paragraphs.parse(messy));
});
