import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { startLocalCloud } from '../../local/cloud/start-local-cloud';
import { demoDocuments } from '../../local/demo/demo-documents';
import { demoBegins } from '../../local/demo/edition-2018';
import { people } from '../../local/demo/people';
import { demoSettings } from '../../local/demo/settings';
import { z } from '#shared/zod';
import { buildAll, distFolders } from '../build/build-all';

/**
 * The local cloud as `npm start -- --memory` runs it, with the benchmark's bare function beside the product's, and a clock that
 * stands still, so that the timer does not work while others are measured. A process of its own, as the product is.
 */

const declared = z.object({ collections: z.array(z.looseObject({ name: z.string() })) });

/** The built functions, copied to where the bare one can be added. */
async function functionsWithTheBareOne(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  await cp(distFolders.cloudfunctions, folder, { recursive: true });
  const bundle = await rolldown({
    input: fileURLToPath(new URL('./bare-function.ts', import.meta.url)),
    platform: 'node',
    treeshake: true,
  });
  await bundle.write({ file: join(folder, 'bare/index.js'), format: 'cjs', codeSplitting: false });
  await bundle.close();
  const database = join(folder, 'database.json');
  const { collections } = declared.parse(JSON.parse(await readFile(database, 'utf8')));
  await writeFile(
    database,
    JSON.stringify({ collections: [...collections, { name: 'bench', indexes: [] }] }),
  );
  return folder;
}

await buildAll({ always: false });
const functionsFolder = await functionsWithTheBareOne();
const cloud = await startLocalCloud({
  functionsFolder,
  port: 0,
  people,
  settings: demoSettings,
  pushFunction: 'push',
  clock: { now: demoBegins, rate: 0 },
});
await cloud.importCollections(demoDocuments);
console.log(cloud.url);

async function stop(): Promise<void> {
  await cloud.close();
  await rm(functionsFolder, { recursive: true, force: true });
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop());
