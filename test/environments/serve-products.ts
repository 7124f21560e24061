import { createInterface } from 'node:readline';
import { startDemo } from '../../scripts/start-demo';

/**
 * Runs the product for one test file after another, since most of a start is the loading of modules: each product begins with
 * the demo's records in a memory of its own, and is over before the next begins. Told by lines of standard input; ends with it.
 */
let running: Awaited<ReturnType<typeof startDemo>> | undefined;

async function stop(): Promise<void> {
  await running?.close();
  running = undefined;
}

for await (const line of createInterface({ input: process.stdin })) {
  await stop();
  if (line === 'start') running = await startDemo({ port: 0 });
  console.log(running === undefined ? 'stopped' : `started ${running.url}`);
}
await stop();
process.exit();
