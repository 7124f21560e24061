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
  message: string;
  startLine?: number;
}

const STRUCTURE_TAGS = ['block', 'template', 'import', 'include', 'slot', 'wxs'];

/**
 * Compiles every reachable template and script to one JavaScript expression: template functions by path.
 *
 * @throws PhoneBuildError that names each element which neither the phone nor a component has, and each fault with its file
 */
export function compileTemplates(folder: MiniprogramFolder, components: ComponentManifest[]): string {
  const compiler = new TemplateCompiler(folder);
  try {
    for (const { path, usingComponents } of components) {
      const known = new Set([...BUILT_IN_TAGS, ...STRUCTURE_TAGS, ...Object.keys(usingComponents)]);
      compiler.addTemplate(path, `${path}.json`, known);
    }
    return compiler.compile();
  } finally {
    compiler.free();
  }
}

/** Takes templates in, with the templates and scripts that each of them needs. */
class TemplateCompiler {
  private readonly group = new TmplGroup();
  private readonly templates = new Set<string>();
  private readonly scripts = new Set<string>();
  private readonly faults = new Set<string>();

  constructor(private readonly folder: MiniprogramFolder) {}

  /** A template that several components import may know other elements in each. */
  addTemplate(path: string, neededBy: string, known: ReadonlySet<string>): void {
    const source = this.folder.read(`${path}.wxml`, neededBy);
    this.refuseUnknown(path, source, neededBy, known);
    if (!this.templates.has(path)) {
      this.templates.add(path);
      this.compileTemplate(path, source);
    }
    for (const dependency of this.group.getDirectDependencies(path) as string[]) {
      const target = dependency.replace(/\.wxml$/, '');
      if (target !== path) this.addTemplate(target, `${path}.wxml`, known);
    }
  }

  compile(): string {
    const { group, faults } = this;
    if (faults.size > 0)
      throw new PhoneBuildError(`Templates cannot be compiled:\n${[...faults].join('\n')}`);
    group.setExtraRuntimeScript(SCRIPT_PRELUDE);
    return group.getTmplGenObjectGroups();
  }

  free(): void {
    this.group.free();
  }

  private refuseUnknown(path: string, source: string, neededBy: string, known: ReadonlySet<string>): void {
    for (const tag of tagsOf(source)) {
      if (known.has(tag)) continue;
      this.faults.add(
        `${path}.wxml: <${tag}> is neither an element the phone draws nor in usingComponents (${neededBy})`,
      );
    }
    for (const [, name = ''] of source.matchAll(/\s(change:[-\w]+|generic:[-\w]+)=/g)) {
      this.faults.add(`${path}.wxml: the phone has no ${name}`);
    }
  }

  private compileTemplate(path: string, source: string): void {
    const { group } = this;
    for (const { isError, message, startLine = 0 } of group.addTmpl(path, source) as Diagnostic[]) {
      if (isError) this.faults.add(`${path}.wxml:${String(startLine + 1)}: ${message}`);
    }
    for (const name of group.getInlineScriptModuleNames(path) as string[]) {
      const inline = group.getInlineScript(path, name);
      group.setInlineScript(path, name, compileScript(inline, `${path}.wxml (wxs ${name})`));
      this.addRequired(path, inline, `${path}.wxml`);
    }
    for (const script of group.getScriptDependencies(path) as string[]) {
      this.addScript(script.replace(/\.wxs$/, ''), `${path}.wxml`);
    }
  }

  private addScript(path: string, neededBy: string): void {
    if (this.scripts.has(path)) return;
    this.scripts.add(path);
    const source = this.folder.read(`${path}.wxs`, neededBy);
    this.group.addScript(path, compileScript(source, `${path}.wxs`));
    this.addRequired(path, source, `${path}.wxs`);
  }

  private addRequired(path: string, source: string, file: string): void {
    for (const required of requiredScripts(source)) {
      this.addScript(joinPath(path, required.replace(/\.wxs$/, '')), file);
    }
  }
}

function joinPath(from: string, reference: string): string {
  return reference.startsWith('/')
    ? posix.normalize(reference.slice(1))
    : posix.join(posix.dirname(from), reference);
}
