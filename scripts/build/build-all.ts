import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const stampFile = join(root, 'dist/.built-from');

export const distFolders = {
  miniprogram: join(root, 'dist/miniprogram'),
  cloudfunctions: join(root, 'dist/cloudfunctions'),
  web: join(root, 'dist/web'),
} as const;

/** Everything a target is built from; a change in any of it means building again. */
const sources = [
  'shared',
  'miniprogram',
  'cloudfunctions',
  'local/phone',
  'scripts/build',
  'package-lock.json',
];

async function filesBelow(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path];
  const below = await readdir(path, { recursive: true, withFileTypes: true });
  return below.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of (await filesBelow(join(root, source))).sort()) {
      hash.update(file.slice(root.length)).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function builtFrom(): Promise<string | null> {
  try {
    return await readFile(stampFile, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Builds the mini-program, the cloud functions and the web target, unless they are built from these very sources. */
export async function buildAll({ always }: { always: boolean }): Promise<'built' | 'unchanged'> {
  const now = await fingerprint();
  if (!always && (await builtFrom()) === now) return 'unchanged';
  const { buildMiniprogram } = await import('./build-miniprogram');
  const { buildFunctions } = await import('./build-functions');
  const { buildPhoneHost } = await import('../../local/phone/build/build-phone-host');
  await buildMiniprogram({ sourceFolder: join(root, 'miniprogram'), outFolder: distFolders.miniprogram });
  await buildFunctions({ sourceFolder: join(root, 'cloudfunctions'), outFolder: distFolders.cloudfunctions });
  await buildPhoneHost({ miniprogramFolder: distFolders.miniprogram, outFolder: distFolders.web });
  await mkdir(dirname(stampFile), { recursive: true });
  await writeFile(stampFile, now);
  return 'built';
}
