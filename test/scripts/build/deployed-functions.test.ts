import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actions } from '#shared/access/actions';
import { deployedFunctions } from '../../../scripts/build/deployed-functions';

/** npm runs every script from the repository's root. */
const sources = join(process.cwd(), 'cloudfunctions');

test('every function that serves actions is deployed, and no other one is said to serve any', () => {
  const serving = deployedFunctions(sources).filter((name) =>
    readFileSync(join(sources, name, 'index.ts'), 'utf8').includes(`serve('${name}', {`),
  );
  const named = new Set(Object.values(actions).map((row) => row.function));
  expect(serving.sort()).toEqual([...named].sort());
});

describe('what is deployed and what is written are the same', () => {
  let folder: string;

  const write = (name: string) => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'index.ts'), '');
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'functions-'));
    writeFileSync(
      join(folder, 'cloudbaserc.json'),
      JSON.stringify({ functions: [{ name: 'public', timeout: 10 }, { name: 'timer' }] }),
    );
    write('public');
    mkdirSync(join(folder, 'store'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test('functions are deployed in the order of the settings, folders without an entry are not', () => {
    write('timer');
    expect(deployedFunctions(folder)).toEqual(['public', 'timer']);
  });

  test('a function that nobody wrote is refused', () => {
    expect(() => deployedFunctions(folder)).toThrow('it names timer, and there is no timer/index.ts');
  });

  test('a function that would not be deployed is refused', () => {
    write('timer');
    write('feed');
    expect(() => deployedFunctions(folder)).toThrow('there is a feed/index.ts, and it does not name feed');
  });
});
