import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileKindOf, isTaken } from '#shared/file/file-kind';
import { stripPicture } from '#shared/file/strip-picture';
import {
  animatedPng,
  animatedWebp,
  annotatedPng,
  annotatedWebp,
  exifWithPosition,
  jpeg,
  jpegOfSize,
  photographed,
  png,
  pngChunk,
  pngOfSize,
  secret,
  segment,
  webp,
  webpOfSize,
  withWebpChunk,
} from './example-pictures';

/** Pictures of 24 × 18 pixels: CMYK, progressive, grey, with a palette, lossless, transparent. */
const fixture = join(__dirname, 'fixture');

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** What becomes of bytes: a picture, or a word for why not. */
function stripOrSay(bytes: Uint8Array): Uint8Array | string {
  const kind = fileKindOf(bytes);
  if (kind === null || !isTaken(kind)) return kind ?? 'nothing known';
  const stripped = stripPicture(kind, bytes);
  return 'problem' in stripped ? stripped.problem : stripped.bytes;
}

function strip(bytes: Uint8Array): Uint8Array {
  const stripped = stripOrSay(bytes);
  if (typeof stripped === 'string') throw new Error(stripped);
  return stripped;
}

/** Whether a position is stated in EXIF: by the tag that leads to it. */
function hasPosition(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes(Buffer.from([0x88, 0x25, 0, 4]));
}

/** A colour profile that says its new length. */
function lengthened(profile: number[]): number[] {
  return [0, 0, profile.length >> 8, profile.length & 0xff, ...profile.slice(4)];
}

function replaced(bytes: readonly number[], text: string, other: string): number[] {
  const changed = Buffer.from(bytes).toString('latin1').replace(text, other);
  return [...Buffer.from(changed, 'latin1')];
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
      const stripped = stripOrSay(whole.slice(0, length));
      if (typeof stripped !== 'string') expect(hasPosition(stripped)).toBe(false);
    }
  });

  test('with any byte of its notes broken never lets the position through', () => {
    const whole = annotated(6);
    for (let at = 0; at < whole.length; at += 5) {
      const broken = Uint8Array.from(whole);
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      const stripped = stripOrSay(broken);
      if (typeof stripped !== 'string') expect(textOf(stripped)).not.toContain(secret);
    }
  });
});

describe.each(pictures)('a %s that is no picture to show', (_kind, _annotated, plain) => {
  test('because it is cut in half is broken', () => {
    expect(stripOrSay(plain.slice(0, plain.length / 2))).toBe('file-broken');
    expect(stripOrSay(plain.slice(0, -1))).toBe('file-broken');
  });

  test.each(['<html><script>alert(1)</script>', 'PK\x03\x04', '%PDF-1.7\n'])(
    'because %j follows it loses what follows',
    (foreign) => {
      const polyglot = Uint8Array.from([...plain, ...Buffer.from(foreign, 'latin1')]);
      expect(strip(polyglot)).toEqual(plain);
    },
  );
});

describe.each([
  ['jpeg', jpegOfSize],
  ['png', pngOfSize],
  ['webp', webpOfSize],
] as const)('the size in the header of a %s', (kind, ofSize) => {
  test.each([
    [12_000, 4_166, 'taken'],
    [4_166, 12_000, 'taken'],
    [12_001, 10, 'picture-too-big'],
    [10, 12_001, 'picture-too-big'],
    [8_000, 6_251, 'picture-too-big'],
    [16_383, 16_383, 'picture-too-big'],
    [0, 10, 'file-broken'],
    [10, 0, 'file-broken'],
  ])('%i × %i: %s', (width, height, outcome) => {
    const said = stripOrSay(ofSize(width, height));
    expect(typeof said === 'string' ? said : 'taken').toBe(outcome);
  });

  if (kind === 'png') {
    test('of sixty thousand either way is refused', () => {
      expect(stripOrSay(ofSize(60_000, 60_000))).toBe('picture-too-big');
      expect(stripOrSay(ofSize(0xffffffff, 0xffffffff))).toBe('picture-too-big');
    });
  }
});

describe('a JPEG', () => {
  const start = jpeg.slice(0, 2);
  const jfif = jpeg.slice(2, 20);
  const rest = jpeg.slice(20);

  test('loses the preview in its JFIF header, and what is behind a long header', () => {
    const withPreview = segment(0xe0, [
      ...jfif.slice(4, 16),
      ...[2, 2],
      ...Array.from({ length: 12 }, () => 200),
      ...Buffer.from(secret),
    ]);
    expect(strip(Uint8Array.from([...start, ...withPreview, ...rest]))).toEqual(jpeg);
  });

  test('loses a second JFIF header, an extension of it, and an Adobe segment’s foreign end', () => {
    const adobe = [...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 1];
    const foreign = [
      ...segment(0xe0, [...Buffer.from('JFXX\0\x10'), ...Buffer.from(secret)]),
      ...segment(0xe0, [...jfif.slice(4), ...Buffer.from(secret)]),
      ...segment(0xee, [...adobe, ...Buffer.from(secret)]),
    ];
    const after = textOf(strip(Uint8Array.from([...start, ...jfif, ...foreign, ...rest])));
    expect(after).not.toMatch(/SECRET|JFXX/);
    expect(after).toContain(Buffer.from(segment(0xee, adobe)).toString('latin1'));
  });

  test.each<[string, (profile: number[]) => number[]]>([
    ['with bytes that no tag names', (profile) => lengthened([...profile, ...Buffer.from(secret)])],
    ['that is longer than it says', (profile) => [...profile, ...Buffer.from(secret)]],
    ['with a tag of somebody’s own', (profile) => replaced(profile, 'cprt', 'NOTE')],
    ['that is none', (profile) => replaced(profile, 'acsp', 'xxxx')],
    ['whose tag points behind its end', (profile) => replaced(profile, 'cprt\0\0\x01', 'cprt\0\x7f\x01')],
  ])('loses a colour profile %s', (_what, spoil) => {
    const profileLength = 0x1c8;
    const profileStart = 20 + 4 + 14;
    const profile = spoil([...jpeg.slice(profileStart, profileStart + profileLength)]);
    const spoilt = segment(0xe2, [...Buffer.from('ICC_PROFILE\0'), 1, 1, ...profile]);
    const behind = jpeg.slice(profileStart + profileLength);
    expect(strip(Uint8Array.from([...start, ...jfif, ...spoilt, ...behind]))).toEqual(
      Uint8Array.from([...start, ...jfif, ...behind]),
    );
  });

  test('keeps a colour profile that comes in parts, whatever their order', () => {
    const profileStart = 20 + 4 + 14;
    const profile = jpeg.slice(profileStart, profileStart + 0x1c8);
    const part = (number: number, bytes: Uint8Array) =>
      segment(0xe2, [...Buffer.from('ICC_PROFILE\0'), number, 2, ...bytes]);
    const parts = [...part(2, profile.slice(200)), ...part(1, profile.slice(0, 200))];
    const behind = jpeg.slice(profileStart + 0x1c8);
    expect(strip(Uint8Array.from([...start, ...jfif, ...parts, ...behind]))).toEqual(jpeg);
    const half = part(1, profile.slice(0, 200));
    expect(textOf(strip(Uint8Array.from([...start, ...jfif, ...half, ...behind])))).not.toContain('acsp');
  });

  test.each([0xdb, 0xc4, 0xc0])('whose table %i is longer than what it holds is broken', (code) => {
    const at = textOf(jpeg).indexOf(String.fromCharCode(0xff, code));
    const length = (jpeg[at + 2] ?? 0) * 256 + (jpeg[at + 3] ?? 0);
    const longer = segment(code, [...jpeg.slice(at + 4, at + 2 + length), 1, 2, 3]);
    const bytes = [...jpeg.slice(0, at), ...longer, ...jpeg.slice(at + 2 + length)];
    expect(stripOrSay(Uint8Array.from(bytes))).toBe('file-broken');
  });

  test('of a procedure that phones do not draw is broken', () => {
    const arithmetic = Uint8Array.from(jpeg);
    arithmetic[textOf(jpeg).indexOf('\xff\xc0') + 1] = 0xc9;
    expect(stripOrSay(arithmetic)).toBe('file-broken');
  });
});

describe('a PNG', () => {
  const headerEnd = 8 + 25;
  const withChunk = (...added: number[]) =>
    Uint8Array.from([...png.slice(0, headerEnd), ...added, ...png.slice(headerEnd)]);

  test('keeps its gamma, and loses its packed colour profile and its size on paper', () => {
    const gamma = pngChunk('gAMA', [0, 0, 0xb1, 0x8f]);
    const notes = [
      ...pngChunk('iCCP', [...Buffer.from(secret)]),
      ...pngChunk('pHYs', [1, 2, 3, 4, 5, 6, 7, 8, 1]),
    ];
    expect(strip(withChunk(...gamma, ...notes))).toEqual(withChunk(...gamma));
  });

  test.each<[string, () => Uint8Array]>([
    ['with a wrong checksum', () => Uint8Array.from(png, (byte, at) => (at === 30 ? byte ^ 1 : byte))],
    ['with a needed chunk that nobody knows', () => withChunk(...pngChunk('NEED', [1]))],
    ['with two headers', () => withChunk(...png.slice(8, headerEnd))],
    ['with a gamma that holds more', () => withChunk(...pngChunk('gAMA', [0, 0, 1, 1, 9]))],
    ['without data', () => Uint8Array.from([...png.slice(0, headerEnd), ...pngChunk('IEND', [])])],
  ])('%s is broken', (_what, make) => {
    expect(stripOrSay(make())).toBe('file-broken');
  });

  test('that moves is refused', () => {
    expect(stripOrSay(animatedPng())).toBe('picture-moves');
  });
});

describe('a WebP', () => {
  test('that moves is refused', () => {
    expect(stripOrSay(animatedWebp())).toBe('picture-moves');
  });

  test('loses a chunk that nobody knows, a spoilt colour profile, and the flag for it', () => {
    const spoilt = Uint8Array.from(Buffer.from(textOf(webp).replace('acsp', 'xxxx'), 'latin1'));
    const after = strip(spoilt);
    expect(textOf(after)).not.toContain('ICCP');
    expect((after[20] ?? 0) & 0x20).toBe(0);
    expect(strip(withWebpChunk('NOTE', [...Buffer.from(secret)]))).toEqual(webp);
  });

  test('whose header states another size than its data is broken', () => {
    const lying = Uint8Array.from(webp);
    lying[24] = 200;
    expect(stripOrSay(lying)).toBe('file-broken');
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

test.each(readdirSync(fixture))('%s, as a program writes it without notes, stays byte for byte', (name) => {
  const bytes = Uint8Array.from(readFileSync(join(fixture, name)));
  expect(strip(bytes)).toEqual(bytes);
});
