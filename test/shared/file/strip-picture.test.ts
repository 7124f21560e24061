import { fileKindOf } from '#shared/file/file-kind';
import { stripPicture } from '#shared/file/strip-picture';
import {
  annotatedPng,
  annotatedWebp,
  exifWithPosition,
  jpeg,
  photographed,
  png,
  secret,
  webp,
} from './example-pictures';

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function strip(bytes: Uint8Array): Uint8Array {
  const kind = fileKindOf(bytes);
  const stripped = kind === null ? null : stripPicture(kind, bytes);
  if (stripped === null) throw new Error('It is no picture');
  return stripped;
}

/** Whether a position is stated in EXIF: by the tag that leads to it. */
function hasPosition(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes(Buffer.from([0x88, 0x25, 0, 4]));
}

const pictures = [
  ['jpeg', photographed, jpeg],
  ['png', annotatedPng, png],
  ['webp', annotatedWebp, webp],
] as const;

describe.each(pictures)('a %s', (_kind, annotated, plain) => {
  test('with a position and notes loses them all', () => {
    const before = annotated(1);
    expect(hasPosition(before)).toBe(true);
    expect(textOf(before)).toContain(secret);
    const after = strip(before);
    expect(hasPosition(after)).toBe(false);
    expect(textOf(after)).not.toContain(secret);
    expect(textOf(after)).not.toMatch(/xmpmeta|Photoshop|MPF/);
  });

  test('that nothing was written into stays as it is, byte for byte', () => {
    expect(strip(plain)).toEqual(plain);
    // Which way is up need not be said when it is up.
    expect(strip(annotated(1))).toEqual(plain);
  });

  test('keeps its colour profile where it has one, and what it is drawn from', () => {
    const after = textOf(strip(annotated(6)));
    if (textOf(plain).includes('mntrRGB')) expect(after).toContain('mntrRGB');
    expect(fileKindOf(strip(annotated(6)))).toBe(fileKindOf(plain));
  });

  test('keeps which way is up, and nothing else of its EXIF', () => {
    const after = strip(annotated(6));
    const tiff = [...Buffer.from('MM\0*\0\0\0\b\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0', 'latin1')];
    expect(textOf(after)).toContain(Buffer.from(tiff).toString('latin1'));
    expect(after.length - plain.length).toBeLessThan(60);
    // Stripping again changes nothing.
    expect(strip(after)).toEqual(after);
  });

  test('that is cut off anywhere is no picture, or is stripped all the same', () => {
    const whole = annotated(6);
    for (let length = 0; length < whole.length; length += 7) {
      const cut = whole.slice(0, length);
      const kind = fileKindOf(cut);
      const stripped = kind === null ? null : stripPicture(kind, cut);
      if (stripped !== null) expect(hasPosition(stripped)).toBe(false);
    }
  });

  test('with any byte of its notes broken never lets the position through', () => {
    const whole = annotated(6);
    for (let at = 0; at < whole.length; at += 5) {
      const broken = Uint8Array.from(whole);
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      const kind = fileKindOf(broken);
      const stripped = kind === null ? null : stripPicture(kind, broken);
      if (stripped !== null) expect(textOf(stripped)).not.toContain(secret);
    }
  });
});

test('an EXIF block that points in circles or nowhere ends', () => {
  const looping = exifWithPosition(6);
  looping.splice(4, 4, 0xff, 0xff, 0xff, 0xff);
  const bytes = [
    ...jpeg.slice(0, 20),
    0xff,
    0xe1,
    0,
    looping.length + 8,
    ...Buffer.from('Exif\0\0'),
    ...looping,
    ...jpeg.slice(20),
  ];
  expect(strip(Uint8Array.from(bytes))).toEqual(jpeg);
});
