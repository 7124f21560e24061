import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { RunningProduct } from '../../scripts/browser/running-product';

/** Starts the process that runs products for one test file after another. It never keeps its starter from ending. */
function startHost() {
  const script = fileURLToPath(new URL('./serve-products.ts', import.meta.url));
  const host = spawn(process.execPath, ['--import', 'tsx', script], { stdio: 'pipe' });
  host.unref();
  for (const stream of host.stdio) if (stream instanceof Socket) stream.unref();
  const answers = createInterface(host.stdout);
  let errors: string[] = [];
  let lines: string[] = [];
  createInterface(host.stderr).on('line', (line) => errors.push(line));
  answers.on('line', (line) => lines.push(line));

  /** Tells the host something; what it answers. Fails when it ends instead. */
  const tell = (what: 'start' | 'stop', answer: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const onLine = (line: string) => {
        const found = answer.exec(line)?.[1];
        if (found !== undefined)
          settle(() => {
            resolve(found);
          });
      };
      const onEnd = () => {
        settle(() => {
          reject(new Error(`The product ended:\n${errors.join('\n')}`));
        });
      };
      const settle = (act: () => void) => {
        answers.off('line', onLine);
        host.off('exit', onEnd);
        act();
      };
      answers.on('line', onLine);
      host.once('exit', onEnd);
      host.stdin.write(`${what}\n`);
    });

  return {
    hasEnded: () => host.exitCode !== null || host.signalCode !== null,
    async start(): Promise<RunningProduct> {
      errors = [];
      lines = [];
      const url = await tell('start', /^started (.+)$/);
      const stop = async () => {
        await tell('stop', /^(stopped)$/);
      };
      return { url, errors, lines, stop };
    },
  };
}

/** One for each worker of the tests: this module outlives a test file, as what a test file loads does not. */
let host: ReturnType<typeof startHost> | undefined;

/** Starts the product from the demo's beginning; the one before has to be stopped. */
export function startFreshProduct(): Promise<RunningProduct> {
  if (host === undefined || host.hasEnded()) host = startHost();
  return host.start();
}
