import path from 'node:path';
import { rolldown } from 'rolldown';
import type { CodeSplittingGroup, ModuleInfo } from 'rolldown';
import { pureZod } from './pure-zod';
import { tdesignImports } from './tdesign-imports';

export interface ScriptsToBundle {
  sourceFolder: string;
  /** Entry names (the output path without extension), each with its source file. */
  entries: Record<string, string>;
  /** The subpackage an entry belongs to; the empty string is the main package. */
  packageOf: (entryName: string) => string;
}

/** The bundled scripts: output path to code. */
export type BundledScripts = Map<string, string>;

/**
 * Bundles every app, page and component script in one build. Code that several scripts share lands in a few chunks: `zod` and
 * `dayjs` by themselves, the rest in one chunk a package, so that what only a subpackage uses is loaded with it.
 */
export async function bundleScripts({
  sourceFolder,
  entries,
  packageOf,
}: ScriptsToBundle): Promise<BundledScripts> {
  const entryNameOf = new Map(Object.entries(entries).map(([name, file]) => [file, name]));
  const root = path.dirname(sourceFolder);

  const build = await rolldown({
    cwd: root,
    input: entries,
    platform: 'neutral',
    resolve: { mainFields: ['module', 'main'], conditionNames: ['import', 'default'] },
    treeshake: {
      moduleSideEffects: [{ test: /[\\/]node_modules[\\/](zod|dayjs)[\\/]/, sideEffects: false }],
    },
    preserveEntrySignatures: false,
    transform: { target: 'es2018' },
    plugins: [pureZod(), tdesignImports()],
    onLog(level, log) {
      if (level !== 'warn') return;
      throw new Error(`Bundling the mini-program's scripts: ${log.message}`);
    },
  });
  try {
    const { output } = await build.generate({
      format: 'cjs',
      exports: 'named',
      esModule: false,
      generatedCode: { symbols: false },
      minify: 'dce-only',
      comments: { legal: false, annotation: false, jsdoc: false },
      entryFileNames: '[name].js',
      chunkFileNames: ({ name }) => (name === 'rolldown-runtime' ? 'chunks/[name].js' : '[name].js'),
      codeSplitting: { groups: sharedCodeGroups(entryNameOf, packageOf) },
    });
    return new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : [])));
  } finally {
    await build.close();
  }
}

interface ModuleGraph {
  getModuleInfo(id: string): ModuleInfo | null;
}

/**
 * One group for each chunk that code may land in. Groups of a higher priority choose first, and a chunk takes its modules'
 * dependencies along, so libraries come before our own code and the main package before the subpackages.
 */
function sharedCodeGroups(
  entryNameOf: Map<string, string>,
  packageOf: (entryName: string) => string,
): CodeSplittingGroup[] {
  const entriesReaching = (id: string, graph: ModuleGraph): Set<string> => {
    const reaching = new Set<string>();
    const seen = new Set([id]);
    for (const current of seen) {
      const entry = entryNameOf.get(current);
      if (entry !== undefined) reaching.add(entry);
      for (const importer of graph.getModuleInfo(current)?.importers ?? []) seen.add(importer);
    }
    return reaching;
  };
  const homeOf = (reaching: Set<string>): string => {
    const packages = new Set([...reaching].map(packageOf));
    return packages.size === 1 ? ([...packages][0] ?? '') : '';
  };
  const library = (name: string, priority: number): CodeSplittingGroup => ({
    debugName: name,
    test: new RegExp(`[\\\\/]node_modules[\\\\/]${name}[\\\\/]`),
    name: (id, graph) => `${homeOf(entriesReaching(id, graph))}chunks/${name}`,
    priority,
  });
  const ownCode = (debugName: string, accepts: (home: string) => boolean, priority: number) => ({
    debugName,
    name: ((id, graph) => {
      const reaching = entriesReaching(id, graph);
      const home = homeOf(reaching);
      return reaching.size > 1 && accepts(home) ? `${home}chunks/shared` : null;
    }) satisfies CodeSplittingGroup['name'],
    priority,
  });
  return [
    library('zod', 4),
    library('dayjs', 3),
    ownCode('main', (home) => home === '', 2),
    ownCode('subpackage', (home) => home !== '', 1),
  ];
}
