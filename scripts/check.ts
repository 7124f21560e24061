import { spawn } from 'node:child_process';
import { exit, stdout } from 'node:process';

/** What is checked side by side, so that two cores have work: each row one after the other, rows that take equally long. */
const rows = [
  ['lint:sources', 'format:check'],
  ['lint:tests', 'types', 'dead'],
] as const;

/** Runs one of the commands of package.json; whether it found nothing. What it says is said at its end, whole. */
function run(command: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', command], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => {
        said.push(bytes);
      });
    child.on('error', (error) => {
      said.push(Buffer.from(`${error.message}\n`));
    });
    child.on('close', (code) => {
      stdout.write(Buffer.concat(said));
      resolve(code === 0);
    });
  });
}

async function runRow(commands: readonly string[]): Promise<boolean> {
  let isGood = true;
  for (const command of commands) isGood = (await run(command)) && isGood;
  return isGood;
}

const found = await Promise.all(rows.map(runRow));
exit(found.every((isGood) => isGood) ? 0 : 1);
