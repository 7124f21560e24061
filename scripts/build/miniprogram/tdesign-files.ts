import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { visitReferences } from './references';
import type { ReferenceKind } from './references';
import { TDESIGN, tdesignFolder } from './tdesign-imports';

/**
 * Chooses the TDesign files to ship, and their places.
 *
 * What the main package needs lies in `miniprogram_npm/tdesign-miniprogram/`, in TDesign's own layout. What only a subpackage
 * needs beyond that lies in the same folder below the subpackage's root, and its references to files of the main
 * package are rewritten. Components that know each other as parent and child (a `relations` key is a path) stay together.
 */

/** A use of TDesign by our own code. */
export interface TdesignUse {
  /** The subpackage root that the using file belongs to, or the empty string. */
  home: string;
  specifier: string;
  kind: ReferenceKind;
}

export interface TdesignFiles {
  /** Output path to text. */
  files: Map<string, string>;
  /** How code in `home` names a TDesign file or component from the root, without extension. */
  addressOf: (use: TdesignUse) => string;
  /** The shipped files below TDesign's folder, each once. */
  shipped: Set<string>;
}

const PACKAGE_FOLDER = `miniprogram_npm/${TDESIGN}`;

/** Whether a specifier names a file of TDesign. */
export function isTdesign(specifier: string): boolean {
  return specifier.startsWith(`${TDESIGN}/`) || specifier.startsWith(`/${PACKAGE_FOLDER}/`);
}

/** Collects the files behind `uses`; `replaced` gives other texts for some of TDesign's files. */
export function collectTdesign(uses: TdesignUse[], replaced: Map<string, string>): TdesignFiles {
  const readText: ReadText = (file) => replaced.get(file) ?? readFileSync(tdesignFolder + file, 'utf8');
  const { main, inSubpackage } = chooseHomes(uses, readText);

  const homeOf = (file: string, asked: string) => (main.has(file) ? '' : asked);
  const files = new Map<string, string>();
  for (const [home, reached] of [['', main] as const, ...inSubpackage]) {
    for (const file of reached) {
      const text = visitReferences(file, readText(file), (specifier, kind) => {
        if (kind === 'relation') return undefined;
        const [target] = resolve(locate(file, specifier), kind);
        if (target === undefined) return undefined;
        const targetHome = homeOf(target, home);
        const isBare = kind === 'script' && !specifier.startsWith('.');
        if (targetHome === home && !isBare) return undefined;
        const withoutExtension = target.replace(/\.(js|json)$/, '');
        if (kind === 'component') return `/${targetHome}${PACKAGE_FOLDER}/${withoutExtension}`;
        const from = path.posix.dirname(`${home}${PACKAGE_FOLDER}/${file}`);
        const relative = path.posix.relative(from, `${targetHome}${PACKAGE_FOLDER}/${withoutExtension}`);
        return relative.startsWith('.') ? relative : `./${relative}`;
      });
      files.set(`${home}${PACKAGE_FOLDER}/${file}`, text);
    }
  }
  return {
    files,
    addressOf: (use) => {
      const [target = ''] = targetsOf(use);
      return `/${homeOf(target, use.home)}${PACKAGE_FOLDER}/${target.replace(/\.(js|json)$/, '')}`;
    },
    shipped: new Set([main, ...inSubpackage.values()].flatMap((reached) => [...reached])),
  };
}

/** Gives the text of a file below TDesign's folder. */
type ReadText = (file: string) => string;

/** The files behind a use. */
function targetsOf({ specifier, kind }: TdesignUse): string[] {
  return resolve(specifier.slice(specifier.indexOf(TDESIGN) + TDESIGN.length + 1), kind);
}

/** Which files go into the main package, and which into a subpackage, by its root. */
function chooseHomes(
  uses: TdesignUse[],
  readText: ReadText,
): { main: Set<string>; inSubpackage: Map<string, Set<string>> } {
  const main = new Set<string>();
  const inSubpackage = new Map<string, Set<string>>();
  let mainUses = uses.filter(({ home }) => home === '').flatMap(targetsOf);
  while (mainUses.length > 0 || inSubpackage.size === 0) {
    addClosure(main, mainUses, new Set(), readText);
    inSubpackage.clear();
    for (const use of uses) {
      if (use.home === '') continue;
      const reached = inSubpackage.get(use.home) ?? new Set();
      inSubpackage.set(use.home, addClosure(reached, targetsOf(use), main, readText));
    }
    if (inSubpackage.size === 0) break;
    mainUses = [...inSubpackage.values()].flatMap((reached) =>
      [...reached].filter((file) => isRelatedTo(main, file, readText)).flatMap(componentOf),
    );
  }
  return { main, inSubpackage };
}

/** Adds to `reached` what can be reached from `start` without passing `stop`. */
function addClosure(
  reached: Set<string>,
  start: string[],
  stop: ReadonlySet<string>,
  readText: ReadText,
): Set<string> {
  const queue = [...start];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (reached.has(file) || stop.has(file)) continue;
    reached.add(file);
    const from = file;
    visitReferences(from, readText(from), (specifier, kind) => {
      if (kind !== 'relation') queue.push(...resolve(locate(from, specifier), kind));
      return undefined;
    });
  }
  return reached;
}

/** The path below TDesign's folder that `specifier` means in `from`; a bare name is one of the libraries TDesign brings. */
function locate(from: string, specifier: string): string {
  return specifier.startsWith('.')
    ? path.posix.join(path.posix.dirname(from), specifier)
    : `miniprogram_npm/${specifier}`;
}

/** The files behind a path below TDesign's folder; the first one stands for all. */
function resolve(target: string, kind: ReferenceKind): string[] {
  const exists = (file: string) => existsSync(tdesignFolder + file);
  if (kind === 'component') {
    const found = componentOf(target).filter(exists);
    if (found.length > 0) return found;
  } else {
    const endings = kind === 'script' ? ['.js', '/index.js'] : ['', '.wxml', '.wxs', '.wxss'];
    const ending = endings.find((candidate) => exists(target + candidate));
    if (ending !== undefined) return [target + ending];
  }
  throw new Error(`TDesign has no ${kind} ${target}`);
}

function componentOf(file: string): string[] {
  const base = file.replace(/\.(json|js|wxml|wxss)$/, '');
  return ['.json', '.js', '.wxml', '.wxss'].map((extension) => base + extension);
}

function isRelatedTo(main: Set<string>, file: string, readText: ReadText): boolean {
  let isRelated = false;
  if (!file.endsWith('.js')) return false;
  visitReferences(file, readText(file), (specifier, kind) => {
    if (kind === 'relation' && main.has(`${locate(file, specifier)}.json`)) isRelated = true;
    return undefined;
  });
  return isRelated;
}
