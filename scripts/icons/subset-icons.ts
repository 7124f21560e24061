import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { mayShowIcons } from '../build/miniprogram/check-icons';
import { iconsMentioned, knownIconNames } from '../build/miniprogram/icon-names';
import { tdesignFolder } from '../build/miniprogram/tdesign-imports';

/**
 * Writes `miniprogram/styles/icon.wxss`: the icons the app uses as one small embedded font, and a rule for each.
 *
 * Run by hand (`npm run icons`) after changing `miniprogram/styles/icons.json`; the result is committed. The font is fetched from
 * the npm registry into a temporary folder, because its package is far larger than everything else the project needs. Names
 * and code points both come from that package: TDesign's own style sheet belongs to another release of the font.
 */

const FONT_PACKAGE = 'tdesign-icons-web-components@0.3.9';
const styles = fileURLToPath(new URL('../../miniprogram/styles/', import.meta.url));

async function main(): Promise<void> {
  const { font, codePoints } = fetchFont();
  const wanted = wantedIcons(codePoints);
  const text = wanted.map(({ codePoint }) => String.fromCodePoint(codePoint)).join('');
  const subset = await subsetFont(font, text, { targetFormat: 'woff' });
  const rules = wanted.map(
    ({ name, codePoint }) => `.t-icon-${name}:before { content: '\\${codePoint.toString(16)}'; }`,
  );
  const source = `url(data:font/woff;base64,${subset.toString('base64')}) format('woff')`;
  const sheet = [
    `/* Made by scripts/icons/subset-icons.ts from ${FONT_PACKAGE} (MIT). Do not edit. */`,
    `@font-face { font-family: t; src: ${source}; font-weight: 400; font-style: normal; }`,
    ...rules,
    '',
  ].join('\n');
  writeFileSync(`${styles}icon.wxss`, sheet);
  console.log(`${String(wanted.length)} icons, ${String(sheet.length)} bytes`);
}

/** The icons named in icons.json, and those TDesign's components may show by themselves. */
function wantedIcons(codePoints: Map<string, number>): { name: string; codePoint: number }[] {
  const listed = JSON.parse(readFileSync(`${styles}icons.json`, 'utf8')) as string[];
  const unknown = listed.filter((name) => !codePoints.has(name));
  if (unknown.length > 0) throw new Error(`icons.json names icons that do not exist: ${unknown.join(', ')}`);
  const known = knownIconNames();
  const ofTdesign = readdirSync(tdesignFolder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => mayShowIcons(file) && !/^(chat-|attachments)/.test(file))
    .flatMap((file) => iconsMentioned(readFileSync(tdesignFolder + file, 'utf8'), known));
  return [...new Set([...listed, ...ofTdesign])].sort().flatMap((name) => {
    const codePoint = codePoints.get(name);
    return codePoint === undefined ? [] : [{ name, codePoint }];
  });
}

function fetchFont(): { font: Buffer; codePoints: Map<string, number> } {
  const folder = mkdtempSync(path.join(tmpdir(), 'icons-'));
  try {
    const options = { cwd: folder, shell: process.platform === 'win32' };
    const archive = execFileSync('npm', ['pack', '--silent', FONT_PACKAGE], options).toString().trim();
    execFileSync('tar', ['-xzf', archive, 'package/esm/iconfont'], options);
    const unpacked = path.join(folder, 'package/esm/iconfont');
    const listing = readFileSync(path.join(unpacked, 'index.js'), 'utf8');
    const entries = listing.matchAll(/name: "([a-z0-9-]+)",\s*codepoint: "\\\\([0-9A-F]+)"/g);
    return {
      font: readFileSync(path.join(unpacked, 't.ttf')),
      codePoints: new Map([...entries].map(([, name = '', hex = '']) => [name, Number.parseInt(hex, 16)])),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
