import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The contrast of the colour tokens, read from the style sheet itself, and the rule that all type follows --text-scale. */

const sheet = readFileSync(path.join(__dirname, '../../miniprogram/styles/tokens.wxss'), 'utf8');
const tokens = new Map(
  [...sheet.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
);

function colorOf(name: string): string {
  const value = tokens.get(name);
  if (value === undefined) throw new Error(`There is no token ${name}`);
  const reference = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  return reference === undefined ? value : colorOf(reference);
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(colorOf(one)), luminance(colorOf(other))].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const plainTexts = [
  'text',
  'text-secondary',
  'text-placeholder',
  'brand',
  'accent',
  'success',
  'warning',
  'danger',
];
const meanings = ['brand', 'accent', 'success', 'warning', 'danger'];

test.each(plainTexts.flatMap((text) => ['surface', 'page'].map((ground) => [text, ground])))(
  '%s can be read on %s',
  (text, ground) => {
    expect(contrast(`--color-${text}`, `--color-${ground}`)).toBeGreaterThanOrEqual(4.5);
  },
);

test.each(meanings)('%s can be read on its own soft shade, and white on it', (meaning) => {
  expect(contrast(`--color-${meaning}`, `--color-${meaning}-soft`)).toBeGreaterThanOrEqual(4.5);
  expect(contrast('--color-text-on-brand', `--color-${meaning}`)).toBeGreaterThanOrEqual(4.5);
});

test('TDesign takes its text colours from ours', () => {
  for (const [theirs, ours] of [
    ['--td-text-color-primary', '--color-text'],
    ['--td-text-color-secondary', '--color-text-secondary'],
    ['--td-text-color-placeholder', '--color-text-placeholder'],
    ['--td-brand-color', '--color-brand'],
    ['--td-error-color-6', '--color-danger'],
  ] as const) {
    expect(colorOf(theirs)).toBe(colorOf(ours));
  }
});

test('the outline of a control stands out from its ground', () => {
  expect(contrast('--color-control-line', '--color-surface')).toBeGreaterThanOrEqual(3);
});

test('every type size follows the reading size of the person', () => {
  const sizes = [...tokens].filter(
    ([name]) => /^--(text|td-font-size|td-line-height)(-|$)/.test(name) && name !== '--text-scale',
  );

  expect(sizes.length).toBeGreaterThan(40);
  expect(sizes.filter(([, value]) => !/^calc\(\d+rpx \* var\(--text-scale\)\)$/.test(value))).toEqual([]);
});
