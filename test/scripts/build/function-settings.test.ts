import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface DeployedFunction {
  name: string;
  envVariables?: Record<string, string>;
}

/** npm runs every script from the repository's root. */
const root = process.cwd();
const sources = join(root, 'cloudfunctions');

const { functions } = JSON.parse(readFileSync(join(sources, 'cloudbaserc.json'), 'utf8')) as {
  functions: DeployedFunction[];
};

/** Every name of `SettingName`: no function reads a variable of the deployment by another. */
const settingNames = Array.from(
  readFileSync(join(sources, 'platform', 'settings.ts'), 'utf8').matchAll(/^ {2}\| '([A-Z_]+)'/gm),
  ([, name = '']) => name,
);

/** The settings a bundle reads: what it does not need is not in it, and comments quote in another way. */
function settingsIn(bundle: string): string[] {
  return settingNames.filter((name) => bundle.includes(`"${name}"`)).sort();
}

let built: string;

beforeAll(() => {
  built = mkdtempSync(join(tmpdir(), 'settings-'));
  // The bundler has no CommonJS form, which is what the tests are run as.
  const script = `
    import { buildFunctions } from './scripts/build/build-functions.ts';
    const [sourceFolder, outFolder] = process.argv.slice(1);
    await buildFunctions({ sourceFolder, outFolder });`;
  const options = ['--import', 'tsx', '--input-type=module', '-e', script, sources, built];
  execFileSync(process.execPath, options, { cwd: root });
}, 120_000);

afterAll(() => {
  rmSync(built, { recursive: true });
});

test('the names of the settings are found', () => {
  expect(settingNames).toEqual(expect.arrayContaining(['HASH_KEY', 'SMTP_URL']));
});

test.each(functions)('$name is given exactly the settings that it reads', ({ name, envVariables = {} }) => {
  const bundle = readFileSync(join(built, name, 'index.js'), 'utf8');
  expect(Object.keys(envVariables).sort()).toEqual(settingsIn(bundle));
});

test('a setting comes from the deployment under its own name', () => {
  for (const { envVariables = {} } of functions) {
    for (const [name, value] of Object.entries(envVariables)) expect(value).toBe(`{{env.${name}}}`);
  }
});
