import { rename } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LocalCloudError } from '../local/cloud/local-cloud-error';
import { startDemo } from './start-demo';

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

async function start(): Promise<void> {
  if (fresh) await setAside();
  const cloud = await startDemo({ port, ...(memory ? {} : { dataFolder }) });
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
