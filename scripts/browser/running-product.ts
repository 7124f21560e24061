import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The whole product, running on this machine with the demo's records, as `npm start` runs it. */
export interface RunningProduct {
  url: string;
  /** What the server printed to its error stream: nothing, when all is well. */
  errors: string[];
  /** What it printed otherwise, such as what functions log. */
  lines: string[];
  stop(): Promise<void>;
}

/** npm runs every script from the repository's root. */
const root = process.cwd();

/** Starts the product with an empty store of its own, on a free port. */
export function startProduct(): Promise<RunningProduct> {
  return startServer(fileURLToPath(new URL('../start.ts', import.meta.url)), '--memory', '--port', '0');
}

/** Starts a script, named by its full path, that serves until it is told to stop, and prints its address once it does. */
export async function startServer(script: string, ...options: string[]): Promise<RunningProduct> {
  const child = spawn(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), script, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const errors: string[] = [];
  const lines: string[] = [];
  createInterface(child.stderr).on('line', (line) => errors.push(line));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
      if (found !== null) resolve(found[0]);
    });
    child.once('exit', (code) => {
      reject(new Error(`The product ended with ${String(code)}:\n${errors.join('\n')}`));
    });
  });
  return {
    url,
    errors,
    lines,
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const last = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(last);
    },
  };
}
