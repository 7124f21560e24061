import { fileURLToPath } from 'node:url';
import { rolldown, type Plugin } from 'rolldown';
import type { ComponentManifest } from '../manifest';
import type { ReadAppConfig } from './app-config';
import { PhoneBuildError } from './build-error';
import { CHOSEN, missingIn } from './check-scripts';
import type { MiniprogramFolder } from './miniprogram-folder';

const ENTRY = 'phone:entry';
const TEMPLATES = 'phone:templates';
const START = fileURLToPath(new URL('../browser/start-phone.ts', import.meta.url));

/**
 * One script for the browser: the phone, the compiled templates, and the mini-program's own scripts unrun.
 *
 * @throws PhoneBuildError that names each member of `wx` and each behavior which the phone lacks, with the file that asks for it
 */
export async function bundleScripts(
  folder: MiniprogramFolder,
  config: ReadAppConfig,
  components: ComponentManifest[],
  templates: string,
): Promise<string> {
  const modules = new Map([
    [ENTRY, entryModule(folder, config, components)],
    [TEMPLATES, `export default function createTemplates(runtime) { return ${templates} }`],
  ]);
  const faults: string[] = [];
  const build = await rolldown({
    input: ENTRY,
    platform: 'browser',
    // The browser's tsconfig maps a package to its types; the bundle needs the code.
    tsconfig: false,
    plugins: [virtualModules(modules), npmOfMiniprogram(folder), noticeMissing(folder, faults)],
    // The framework watches itself unless it finds itself in production.
    transform: { define: { process: '{"env":{"NODE_ENV":"production"}}' } },
    onLog(level, log, handler) {
      if (log.code === 'UNRESOLVED_IMPORT') throw new PhoneBuildError(log.message);
      if (log.code !== 'EVAL' && level === 'warn') handler(level, log);
    },
  });
  try {
    const { output } = await build.generate({ format: 'iife', minify: true, codeSplitting: false });
    const [chunk] = output;
    if (faults.length > 0)
      throw new PhoneBuildError(`Scripts ask for what is not there:\n${faults.sort().join('\n')}`);
    if (output.length !== 1) throw new PhoneBuildError('the bundle came out in several pieces');
    return chunk.code;
  } finally {
    await build.close();
  }
}

function entryModule(
  folder: MiniprogramFolder,
  config: ReadAppConfig,
  components: ComponentManifest[],
): string {
  const scripts = components.map(
    ({ path }) => `${JSON.stringify(path)}: () => require(${JSON.stringify(folder.absolute(`${path}.js`))}),`,
  );
  return [
    `import { startPhone } from ${JSON.stringify(START)};`,
    `import createTemplates from ${JSON.stringify(TEMPLATES)};`,
    'startPhone({',
    `config: ${JSON.stringify(config.app)},`,
    `components: ${JSON.stringify(components)},`,
    'createTemplates,',
    `runApp: () => require(${JSON.stringify(folder.absolute('app.js'))}),`,
    `scripts: {${scripts.join('\n')}},`,
    '});',
  ].join('\n');
}

function virtualModules(modules: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'phone-virtual-modules',
    resolveId: (id) => (modules.has(id) ? id : null),
    load: (id) => {
      const code = modules.get(id);
      return code === undefined ? null : { code, moduleType: 'js' };
    },
  };
}

/** `require('name')` inside the mini-program means the nearest miniprogram_npm, never this project's node_modules. */
function npmOfMiniprogram(folder: MiniprogramFolder): Plugin {
  return {
    name: 'phone-miniprogram-npm',
    resolveId(id, importer) {
      if (importer === undefined || /^[./]/.test(id) || /^[a-z]:\\/i.test(id)) return null;
      return folder.resolveNpmScript(id, importer) ?? null;
    },
  };
}

/**
 * Looks through each script of the mini-program that is reached for what the phone does not have. A published component may
 * choose a member when it runs; which ones, its documentation says.
 */
function noticeMissing(folder: MiniprogramFolder, faults: string[]): Plugin {
  return {
    name: 'phone-notice-missing',
    transform(code, id) {
      const file = folder.relative(id);
      if (file.startsWith('..') || !file.endsWith('.js')) return;
      const missing = missingIn(code).filter(
        (name) => name !== CHOSEN || !/(^|\/)miniprogram_npm\//.test(file),
      );
      faults.push(...missing.map((name) => `${file}: the phone has no ${name}`));
    },
  };
}
