import { spawnSync } from 'node:child_process';
import { argv, env, execPath, exit } from 'node:process';

/** Rounds of each race: enough to meet what happens once in a hundred times. */
const rounds = argv[2] ?? '500';
/** Of which file, `people` or `records`; of both when none is named. */
const of = argv[3] ?? '';

const { status } = spawnSync(
  execPath,
  [
    'node_modules/jest/bin/jest.js',
    `test/cloudfunctions/races/${of}`,
    '--selectProjects',
    'functions',
    '--maxWorkers=2',
  ],
  { stdio: 'inherit', env: { ...env, RACE_ROUNDS: rounds } },
);
exit(status ?? 1);
