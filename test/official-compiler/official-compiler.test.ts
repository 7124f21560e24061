import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(__dirname, '../..');
const report = path.join(root, 'dist/official-compiler-sizes.json');

function readJson(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}

function compile(projectFolder: string, reportFile: string) {
  const command = fileURLToPath(new URL('../../scripts/build/compile-officially.ts', import.meta.url));
  return spawnSync(process.execPath, ['--import', 'tsx', command, projectFolder, reportFile], {
    cwd: root,
    encoding: 'utf8',
    timeout: 100_000,
  });
}

beforeAll(() => {
  if (!existsSync(path.join(root, 'dist/miniprogram/app.json'))) {
    throw new Error('dist/miniprogram is missing: build first.');
  }
});

test("WeChat's compiler accepts the mini-program, and every package keeps its size budget", () => {
  rmSync(report, { force: true });
  const run = compile(root, report);
  expect([run.status, run.status === 0 ? '' : run.stdout + run.stderr]).toEqual([0, '']);

  const sizes = readJson(report) as Record<string, number>;
  const budget = readJson(path.join(root, 'scripts/build/size-budget.json')) as Record<string, number>;
  expect(Object.keys(sizes).sort()).toEqual(Object.keys(budget).sort());
  for (const [name, size] of Object.entries(sizes)) {
    expect([name, size > 0, size <= (budget[name] ?? 0)]).toEqual([name, true, true]);
  }
});

describe('a mistake is refused', () => {
  let broken: string;

  beforeEach(() => {
    broken = mkdtempSync(path.join(tmpdir(), 'broken-'));
    cpSync(path.join(root, 'project.config.json'), path.join(broken, 'project.config.json'));
    cpSync(path.join(root, 'dist/miniprogram'), path.join(broken, 'dist/miniprogram'), { recursive: true });
  });

  afterEach(() => {
    rmSync(broken, { recursive: true, force: true });
  });

  test('a page that app.json names and nobody wrote', () => {
    const file = path.join(broken, 'dist/miniprogram/app.json');
    const app = readJson(file);
    writeFileSync(
      file,
      JSON.stringify({ ...app, pages: [...(app.pages as string[]), 'pages/nowhere/index'] }),
    );

    const run = compile(broken, path.join(broken, 'sizes.json'));

    expect(run.status).toBe(1);
    expect(run.stderr).toContain('pages/nowhere/index');
  });

  test('a component that a page names and nobody wrote', () => {
    const file = path.join(broken, 'dist/miniprogram/pages/home/index.json');
    writeFileSync(
      file,
      JSON.stringify({ ...readJson(file), usingComponents: { gone: '/components/gone/index' } }),
    );

    const run = compile(broken, path.join(broken, 'sizes.json'));

    expect(run.status).toBe(1);
    expect(run.stderr).toContain('gone');
  });
});
