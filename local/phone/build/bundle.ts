import { fileURLToPath } from 'node:url';
import { rolldown, type Plugin } from 'rolldown';
import type { ComponentManifest } from '../manifest';
import type { ReadAppConfig } from './app-config';
import { PhoneBuildError } from './build-error';
import type { MiniprogramFolder } from './miniprogram-folder';

const ENTRY = 'phone:entry';
const TEMPLATES = 'phone:templates';
const START = fileURLToPath(new URL('../browser/start-phone.ts', import.meta.url));

/** One script for the browser: the phone, the compiled templates, and the mini-program's own scripts unrun. */
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
  const build = await rolldown({
    input: ENTRY,
    platform: 'browser',
    // The browser's tsconfig maps a package to its types; the bundle needs the code.
    tsconfig: false,
    plugins: [virtualModules(modules), npmOfMiniprogram(folder)],
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
