import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** npm runs every script from the repository's root. */
const root = process.cwd();

/** Runs one of the shell commands: what it prints and its exit code. */
export async function runScript(script: string, args: readonly string[], standardInput = '') {
  const command = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'scripts', script), ...args];
  const child = spawn(process.execPath, command, { stdio: 'pipe' });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.end(standardInput);
  const [code] = (await once(child, 'close')) as [number];
  return { code, stdout, stderr };
}
