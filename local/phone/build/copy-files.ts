import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MiniprogramFolder } from './miniprogram-folder';

const CODE = new Set(['.js', '.json', '.wxml', '.wxss', '.wxs', '.ts', '.map', '.md']);

/** Copies images and other files that pages name by path; the phone finds them below `files/`. */
export async function copyMiniprogramFiles(folder: MiniprogramFolder, outFolder: string): Promise<void> {
  const entries = await readdir(folder.root, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || CODE.has(extname(entry.name).toLowerCase()) || entry.name.startsWith('.'))
      continue;
    const source = join(entry.parentPath, entry.name);
    const target = join(outFolder, 'files', folder.relative(source));
    await mkdir(dirname(target), { recursive: true });
    await cp(source, target);
  }
}

/**
 * Chinese for machines without a Chinese font: the font comes in slices, and a browser loads only those whose
 * characters it has to draw. Returns the style sheet that declares them.
 */
export async function copyFonts(outFolder: string): Promise<string> {
  const source = dirname(
    fileURLToPath(import.meta.resolve('@fontsource-variable/noto-sans-sc/package.json')),
  );
  const css = await readFile(join(source, 'index.css'), 'utf8');
  await mkdir(join(outFolder, 'fonts'), { recursive: true });
  for (const [, file] of css.matchAll(/url\(\.\/files\/([-\w.]+)\)/g)) {
    if (file !== undefined) await cp(join(source, 'files', file), join(outFolder, 'fonts', file));
  }
  await writeFile(join(outFolder, 'fonts', 'LICENSE'), await readFile(join(source, 'LICENSE')));
  return css.replaceAll('url(./files/', 'url(./fonts/').replaceAll('Noto Sans SC Variable', 'Noto Sans SC');
}
