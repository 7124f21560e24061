import { posix } from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { BUILT_IN_TAGS } from '../built-in-tags';
import type { ComponentManifest } from '../manifest';
import { PhoneBuildError } from './build-error';
import { SCRIPT_PRELUDE, compileScript, requiredScripts } from './compile-scripts';
import type { MiniprogramFolder } from './miniprogram-folder';
import { tagsOf } from './template-tags';

interface Diagnostic {
  isError?: boolean;
  level?: number;
  message: string;
  startLine?: number;
}

/** Faults in published components that do not matter to us, by file and the compiler's sentence. */
const ACCEPTED_ERRORS: { file: RegExp; message: RegExp }[] = [
  // Only the fallback content of a slot is lost.
  { file: /tdesign-miniprogram\/table\/table\.wxml$/, message: /^child nodes are not allowed/ },
];

/** Elements of published components that may come out as plain boxes: a chosen video's picture, a line of text. */
const ACCEPTED_TAGS: { file: RegExp; tag: string }[] = [
  { file: /tdesign-miniprogram\/upload\/upload\.wxml$/, tag: 'video' },
  { file: /tdesign-miniprogram\/segmented\/segmented\.wxml$/, tag: 'span' },
];

const STRUCTURE_TAGS = ['block', 'template', 'import', 'include', 'slot', 'wxs'];

/** Compiles every reachable template and script to one JavaScript expression: template functions by path. */
export function compileTemplates(folder: MiniprogramFolder, components: ComponentManifest[]): string {
  const group = new TmplGroup();
  const templates = new Set<string>();
  const scripts = new Set<string>();
  const faults: string[] = [];

  const addScript = (path: string, neededBy: string) => {
    if (scripts.has(path)) return;
    scripts.add(path);
    const source = folder.read(`${path}.wxs`, neededBy);
    group.addScript(path, compileScript(source, `${path}.wxs`));
    for (const required of requiredScripts(source)) {
      addScript(joinPath(path, required.replace(/\.wxs$/, '')), `${path}.wxs`);
    }
  };

  const addTemplate = (path: string, neededBy: string, known: Set<string>) => {
    const source = folder.read(`${path}.wxml`, neededBy);
    for (const tag of tagsOf(source)) {
      if (!known.has(tag) && !isAcceptedTag(tag, `${path}.wxml`)) {
        faults.push(
          `${path}.wxml: <${tag}> is neither an element the phone draws nor in usingComponents (${neededBy})`,
        );
      }
    }
    if (!templates.has(path)) {
      templates.add(path);
      for (const diagnostic of group.addTmpl(path, source) as Diagnostic[]) {
        if (isFault(diagnostic, `${path}.wxml`)) {
          faults.push(`${path}.wxml:${String((diagnostic.startLine ?? 0) + 1)}: ${diagnostic.message}`);
        }
      }
      for (const name of group.getInlineScriptModuleNames(path) as string[]) {
        const inline = group.getInlineScript(path, name);
        group.setInlineScript(path, name, compileScript(inline, `${path}.wxml (wxs ${name})`));
        for (const required of requiredScripts(inline)) {
          addScript(joinPath(path, required.replace(/\.wxs$/, '')), `${path}.wxml`);
        }
      }
      for (const script of group.getScriptDependencies(path) as string[]) {
        addScript(script.replace(/\.wxs$/, ''), `${path}.wxml`);
      }
    }
    for (const dependency of group.getDirectDependencies(path) as string[]) {
      const target = dependency.replace(/\.wxml$/, '');
      if (target !== path) addTemplate(target, `${path}.wxml`, known);
    }
  };

  try {
    for (const { path, usingComponents, componentGenerics } of components) {
      const known = new Set<string>([
        ...BUILT_IN_TAGS,
        ...STRUCTURE_TAGS,
        ...Object.keys(usingComponents),
        ...Object.keys(componentGenerics ?? {}),
      ]);
      addTemplate(path, `${path}.json`, known);
    }
    if (faults.length > 0)
      throw new PhoneBuildError(`Templates cannot be compiled:\n${[...new Set(faults)].join('\n')}`);
    group.setExtraRuntimeScript(SCRIPT_PRELUDE);
    return group.getTmplGenObjectGroups();
  } finally {
    group.free();
  }
}

function isFault({ isError, message }: Diagnostic, file: string): boolean {
  if (!isError) return false;
  return !ACCEPTED_ERRORS.some((accepted) => accepted.file.test(file) && accepted.message.test(message));
}

function isAcceptedTag(tag: string, file: string): boolean {
  return ACCEPTED_TAGS.some((accepted) => accepted.tag === tag && accepted.file.test(file));
}

function joinPath(from: string, reference: string): string {
  return reference.startsWith('/')
    ? posix.normalize(reference.slice(1))
    : posix.join(posix.dirname(from), reference);
}
