import { readFileSync } from 'node:fs';
import { everyAction } from '../cloudfunctions/support/every-action';

const page = readFileSync('docs/consistency.md', 'utf8');
const races = ['people', 'records'].map((name) =>
  readFileSync(`test/cloudfunctions/races/${name}.test.ts`, 'utf8'),
);

/** The cells of every row of the page that names an action or a job. */
const rows = page.split('\n').flatMap((line) => {
  const cells = line.split('|').map((cell) => cell.trim());
  const name = /^`(\w+)`$/.exec(cells[1] ?? '')?.[1];
  return name === undefined ? [] : [{ name, protection: cells[3] ?? '', races: cells[4] ?? '' }];
});

test('every writing action has one row that says what it decides from a set', () => {
  const writing = everyAction.filter(({ writes }) => writes).map(({ name }) => name);
  const named = rows.map(({ name }) => name).filter((name) => writing.includes(name as never));
  expect(named).toEqual([...writing].sort());
});

test('every job of the timer has a row', () => {
  const jobs = [
    ...readFileSync('cloudfunctions/timer/index.ts', 'utf8').matchAll(/import \{ (\w+) \} from '\.\//g),
  ];
  expect(jobs.map(([, name]) => name).filter((name) => !rows.some((row) => row.name === name))).toEqual([]);
});

test('every row with a guard names its race, and every race is run', () => {
  const guarded = rows.filter(({ protection }) => protection.includes('guard'));
  expect(guarded.length).toBeGreaterThan(0);
  expect(guarded.filter((row) => row.races === '')).toEqual([]);
  const named = rows.flatMap((row) => (row.races === '' ? [] : row.races.split('; ')));
  expect(named.filter((name) => !races.some((text) => text.includes(`'${name}'`)))).toEqual([]);
});
