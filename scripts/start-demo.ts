import { startLocalCloud, type LocalCloud, type LocalCloudOptions } from '../local/cloud/start-local-cloud';
import { demoDocuments } from '../local/demo/demo-documents';
import { demoBegins } from '../local/demo/edition-2018';
import { people } from '../local/demo/people';
import { demoSettings } from '../local/demo/settings';
import { buildAll, distFolders } from './build/build-all';

/** Fills an empty cloud, whole or not at all; one that cannot be filled is ended, for it would never be filled later. */
async function loadDemo(cloud: LocalCloud): Promise<void> {
  try {
    await cloud.importCollections(demoDocuments);
  } catch (error) {
    await cloud.close();
    throw error;
  }
}

/**
 * Builds what is not built yet and runs the product: with what is in its data folder, with the demo's records when there is
 * nothing, in memory when there is no folder.
 */
export async function startDemo(
  options: Pick<LocalCloudOptions, 'port' | 'dataFolder' | 'shelf'>,
): Promise<LocalCloud> {
  const built = await buildAll({ always: false });
  if (built === 'built') console.log('已构建小程序、云函数和网页版。');
  const cloud = await startLocalCloud({
    functionsFolder: distFolders.cloudfunctions,
    webFolder: distFolders.web,
    people,
    settings: demoSettings,
    pushFunction: 'push',
    clock: { now: demoBegins, rate: 1 },
    ...options,
  });
  if (cloud.isEmpty()) await loadDemo(cloud);
  return cloud;
}
