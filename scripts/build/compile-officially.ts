import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ci from 'miniprogram-ci';
import { packageOf, subpackageRoots } from './miniprogram/app-config';
import type { AppConfig } from './miniprogram/app-config';

/**
 * Compiles the built mini-program with WeChat's own builder, offline, and writes the size of each package as JSON.
 *
 *     tsx scripts/build/compile-officially.ts <project folder> <report file>
 *
 * The builder is the one inside WeChat's developer tools. It refuses what WeChat would refuse: wrong app.json or page settings,
 * missing files, markup and styles that do not parse. It is a command of its own because the builder leaves a worker
 * process running, which ends with this one.
 */

/** What WeChat's servers answer about an ordinary mini-program; sizes are in megabytes. */
const projectAttributes = {
  platform: false,
  appType: 0,
  isSandbox: false,
  released: false,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 20,
    NavigateMiniprogramLimit: 10,
    MaxSubPackageLimit: 100,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxCustomTabbarCount: 5,
    MaxTabbarIconSize: 40,
  },
};

async function compile(projectFolder: string): Promise<Record<string, number>> {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const config = JSON.parse(readFileSync(path.join(projectFolder, 'project.config.json'), 'utf8')) as {
    appid: string;
    miniprogramRoot: string;
  };
  const built = path.join(projectFolder, config.miniprogramRoot);
  const app = JSON.parse(readFileSync(path.join(built, 'app.json'), 'utf8')) as AppConfig;

  // The builder lists every file below its project, so it is given a folder with nothing else in it.
  const staged = mkdtempSync(path.join(tmpdir(), 'official-compiler-'));
  const home = process.cwd();
  // And it leaves empty folders of its own where it runs.
  process.chdir(staged);
  try {
    cpSync(path.join(projectFolder, 'project.config.json'), path.join(staged, 'project.config.json'));
    cpSync(built, path.join(staged, config.miniprogramRoot), { recursive: true });
    const project = new ci.Project({
      appid: config.appid,
      type: 'miniProgram',
      projectPath: staged,
      privateKey,
    });
    project.attr = () => Promise.resolve(projectAttributes);
    const compiled = await ci.getCompiledResult({
      project,
      version: '0',
      setting: { useProjectConfig: true },
    });

    const sizes = Object.fromEntries(['main', ...subpackageRoots(app)].map((name) => [name, 0]));
    for (const [file, content] of Object.entries(compiled)) {
      if (file === 'project.config.json') continue;
      const name = packageOf(app, file) || 'main';
      sizes[name] = (sizes[name] ?? 0) + Buffer.byteLength(content);
    }
    return sizes;
  } finally {
    process.chdir(home);
    rmSync(staged, { recursive: true, force: true });
  }
}

// The builder's worker would inherit the loader that runs this TypeScript, and fails with it.
process.execArgv = [];

const [projectFolder, reportFile] = process.argv.slice(2);
if (projectFolder === undefined || reportFile === undefined) {
  throw new Error('Name the project folder and the report file.');
}
compile(path.resolve(projectFolder)).then(
  (sizes) => {
    mkdirSync(path.dirname(reportFile), { recursive: true });
    writeFileSync(reportFile, `${JSON.stringify(sizes, null, 2)}\n`);
    process.exit(0);
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
