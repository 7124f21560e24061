import { existsSync } from 'node:fs';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { collections } from '../../cloudfunctions/store/collections';
import { storageRules } from '../../cloudfunctions/store/storage-rules';
import { deployedFunctions } from './deployed-functions';

async function buildFunction(sourceFolder: string, outFolder: string, name: string): Promise<void> {
  const bundle = await rolldown({
    input: join(sourceFolder, name, 'index.ts'),
    platform: 'node',
    treeshake: true,
  });
  const out = join(outFolder, name);
  await bundle.write({ file: join(out, 'index.js'), format: 'cjs', minify: false, codeSplitting: false });
  await bundle.close();
  // What WeChat needs to know of a function: its timer, and the interfaces it may call.
  const config = join(sourceFolder, name, 'config.json');
  if (existsSync(config)) await copyFile(config, join(out, 'config.json'));
  await writeFile(
    join(out, 'package.json'),
    `${JSON.stringify({ name, version: '1.0.0', main: 'index.js' }, null, 2)}\n`,
  );
}

/**
 * Bundles each cloud function, the SDK with it, into one file, so that a cold start loads one file;
 * and writes down the collections and their indexes, and the rules of the storage, for whoever sets up the platform.
 */
export async function buildFunctions(options: { sourceFolder: string; outFolder: string }): Promise<void> {
  const { sourceFolder, outFolder } = options;
  await rm(outFolder, { recursive: true, force: true });
  await mkdir(outFolder, { recursive: true });
  for (const name of deployedFunctions(sourceFolder)) await buildFunction(sourceFolder, outFolder, name);
  await copyFile(join(sourceFolder, 'cloudbaserc.json'), join(outFolder, 'cloudbaserc.json'));
  await writeFile(join(outFolder, 'database.json'), `${JSON.stringify({ collections }, null, 2)}\n`);
  await writeFile(join(outFolder, 'storage.json'), `${JSON.stringify(storageRules, null, 2)}\n`);
}
