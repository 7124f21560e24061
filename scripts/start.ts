import { rename } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LocalCloudError } from '../local/cloud/local-cloud-error';
import { startLocalCloud, type LocalCloud } from '../local/cloud/start-local-cloud';
import { demoDocuments } from '../local/demo/demo-documents';
import { demoBegins } from '../local/demo/edition-2018';
import { demoSettings } from '../local/demo/settings';
import { people } from '../local/demo/people';
import { buildAll, distFolders } from './build/build-all';

const usage = `npm start -- [选项]

  --fresh           重新开始，原数据改名保留
  --port <端口>     默认 8018，0 为任意空闲端口
  --data <文件夹>   数据放在哪里，默认 .local-cloud
  --memory          不保存数据`;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        fresh: { type: 'boolean', default: false },
        port: { type: 'string', default: '8018' },
        data: { type: 'string', default: join(import.meta.dirname, '../.local-cloud') },
        memory: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new RangeError(`--port ${values.port}`);
    return { ...values, port };
  } catch (error) {
    console.error(`看不懂这个选项：${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}

const { fresh, port, data: dataFolder, memory } = readOptions();

/** Starting over keeps what there was beside it: nobody loses a trial run by a flag. */
async function setAside(): Promise<void> {
  if (existsSync(dataFolder)) await rename(dataFolder, `${dataFolder}-${Date.now()}`);
}

/** Fills an empty cloud, whole or not at all; one that cannot be filled is ended, for it would never be filled later. */
async function loadDemo(cloud: LocalCloud): Promise<void> {
  try {
    await cloud.importCollections(demoDocuments);
  } catch (error) {
    await cloud.close();
    throw error;
  }
}

async function start(): Promise<void> {
  const built = await buildAll({ always: false });
  if (built === 'built') console.log('已构建小程序、云函数和网页版。');
  if (fresh) await setAside();
  const cloud = await startLocalCloud({
    functionsFolder: distFolders.cloudfunctions,
    webFolder: distFolders.web,
    ...(memory ? {} : { dataFolder }),
    port,
    people,
    settings: demoSettings,
    pushFunction: 'push',
    clock: { now: demoBegins, rate: 1 },
  });
  if (cloud.isEmpty()) await loadDemo(cloud);
  console.log(`双创周已在本机运行：${cloud.url}`);
  console.log(`发出的邮件在这里看：${cloud.url}/local/mails.html`);
  const stop = () => {
    void cloud.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  await start();
} catch (error) {
  if (!(error instanceof LocalCloudError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
