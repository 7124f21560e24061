import { createInterface } from 'node:readline';
import { InstanceShelf } from '../../local/cloud/functions/instance-shelf';
import { startDemo } from '../../scripts/start-demo';

/**
 * Runs the product for one test file after another, since most of a start is the loading of modules: each product begins with
 * the demo's records in a memory of its own, and is over before the next begins; only idle instances of the functions, which keep
 * nothing, go on. Told by lines of standard input; ends with it.
 */
let running: Awaited<ReturnType<typeof startDemo>> | undefined;

const shelf = new InstanceShelf();

async function stop(): Promise<void> {
  await running?.close();
  running = undefined;
}

for await (const line of createInterface({ input: process.stdin })) {
  await stop();
  if (line === 'start') running = await startDemo({ port: 0, shelf });
  console.log(running === undefined ? 'stopped' : `started ${running.url}`);
}
await stop();
process.exit();
