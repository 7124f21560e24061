import postcss, { type AtRule, type ChildNode, type Root } from 'postcss';
import selectorParser from 'postcss-selector-parser';
import type { ComponentManifest } from '../manifest';
import { PhoneBuildError } from './build-error';
import type { MiniprogramFolder } from './miniprogram-folder';
import { toPhoneUnits } from '../phone-units';

export interface StyleTarget {
  /** The class prefix of a component with styles of its own. */
  scope?: string;
  /** The page outside which the rules must not apply. */
  page?: string;
}

/** The style sheets of the whole mini-program as one: app.wxss, then the components, then the pages. */
export function compileStyles(folder: MiniprogramFolder, components: ComponentManifest[]): string {
  const sheets: string[] = [];
  const add = (path: string, target: StyleTarget) => {
    if (!folder.has(`${path}.wxss`)) return;
    sheets.push(compileStyleSheet(inlineImports(folder, path, 'the phone'), target, `${path}.wxss`));
  };
  add('app', {});
  for (const { path, isPage, styleScope } of components) {
    if (!isPage) add(path, styleScope === undefined ? {} : { scope: styleScope });
  }
  for (const { path, isPage } of components) if (isPage) add(path, { page: path });
  return dropRepeated(sheets.join('\n'));
}

/** One WXSS source, its imports already inlined, as CSS for the phone's document. */
export function compileStyleSheet(source: string | Root, target: StyleTarget, file: string): string {
  const root = typeof source === 'string' ? parse(source, file) : source;
  root.walkAtRules('media', (rule) => {
    replaceMedia(rule);
  });
  root.walkRules((rule) => {
    if (isKeyframe(rule.parent)) return;
    rule.selector = compileSelector(rule.selector, target);
  });
  root.walkDecls((declaration) => {
    if (/url\(\s*['"]?(?!data:)/i.test(declaration.value)) {
      throw new PhoneBuildError(
        `${file}: ${declaration.prop} names a file or an address; WXSS may only hold data: URLs`,
      );
    }
    declaration.value = toPhoneUnits(declaration.value);
  });
  root.walkComments((comment) => {
    comment.remove();
  });
  return root.toString();
}

function inlineImports(folder: MiniprogramFolder, path: string, neededBy: string, open: string[] = []): Root {
  const file = `${path}.wxss`;
  const root = parse(folder.read(file, neededBy), file);
  root.walkAtRules('import', (rule) => {
    const reference = /^\s*(?:url\(\s*)?['"]?([^'")]+)/.exec(rule.params)?.[1];
    const target = reference === undefined ? undefined : folder.resolve(reference, path, '.wxss');
    if (target === undefined) throw new PhoneBuildError(`${file}: @import ${rule.params} is missing`);
    if (open.includes(target) || target === path) {
      rule.remove();
      return;
    }
    rule.replaceWith(inlineImports(folder, target, file, [...open, path]).nodes);
  });
  return root;
}

function parse(source: string, file: string): Root {
  try {
    return postcss.parse(source);
  } catch (cause) {
    throw new PhoneBuildError(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

/** WeChat is in light mode unless app.json asks for more, and a page is as wide as the phone, not as the window. */
function replaceMedia(rule: AtRule): void {
  if (/^\(\s*prefers-color-scheme\s*:\s*dark\s*\)$/.test(rule.params)) rule.remove();
  else if (/^\(\s*prefers-color-scheme\s*:\s*light\s*\)$/.test(rule.params))
    rule.replaceWith(rule.nodes ?? []);
  else if (
    /^\(\s*(min|max)-(width|height)\s*:[^)]+\)(\s+and\s+\(\s*(min|max)-(width|height)\s*:[^)]+\))*$/.test(
      rule.params,
    )
  ) {
    rule.name = 'container';
  }
}

function isKeyframe(parent: ChildNode['parent']): boolean {
  return parent?.type === 'atrule' && /keyframes$/i.test((parent as AtRule).name);
}

function compileSelector(selector: string, { scope, page }: StyleTarget): string {
  const compiled = selectorParser((selectors) => {
    selectors.walkTags((tag) => {
      if (tag.value !== '*' && !/^\d|^(from|to)$/.test(tag.value)) tag.value = `wx-${tag.value}`;
    });
    selectors.walkClasses((node) => {
      if (scope !== undefined) node.value = `${scope}--${node.value}`;
    });
    selectors.walkPseudos((pseudo) => {
      if (pseudo.value === ':host') {
        pseudo.replaceWith(
          selectorParser.tag({ value: scope === undefined ? ':not(*)' : `[wx-host="${scope}"]` }),
        );
      } else if (pseudo.value === ':root') {
        pseudo.replaceWith(selectorParser.tag({ value: 'wx-page' }));
      }
    });
  }).processSync(selector);
  if (page === undefined) return compiled;
  return postcss.list
    .comma(compiled)
    .map((part) => `:where([data-page="${page}"]) ${part}`)
    .join(',');
}

/** Components inline the same style sheets again and again: identical animations and fonts are kept once. */
function dropRepeated(css: string): string {
  const root = postcss.parse(css);
  const seen = new Set<string>();
  root.walkAtRules(/keyframes$|^font-face$/i, (rule) => {
    const text = rule.toString();
    if (seen.has(text)) rule.remove();
    else seen.add(text);
  });
  return root.toString();
}
