import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pagePaths } from './app-config';
import type { AppConfig } from './app-config';
import { visitReferences } from './references';
import type { ReferenceKind } from './references';
import { isTdesign } from './tdesign-files';

/** What the mini-program's own sources consist of, counted from app.json and the table of pages. */
export interface OwnFiles {
  /** Markup, styles, WXS and JSON that are reached: path below the source folder, and text. */
  texts: Map<string, string>;
  /** Scripts to bundle: output path without extension. */
  scripts: Set<string>;
  /** References to TDesign, with the file that makes each. */
  tdesign: { from: string; specifier: string; kind: ReferenceKind }[];
  /** Mistakes in plain words, with the file each is in. */
  problems: string[];
}

/** Who wants a page. */
const PAGES = 'shared/ground/pages.ts';

const EXTENSIONS = { template: '.wxml', wxs: '.wxs', style: '.wxss' } as const;

/** Walks the sources from the whole app.json through pages, components, templates, styles and WXS. */
export function collectOwnFiles(sourceFolder: string, app: AppConfig): OwnFiles {
  const own: OwnFiles = { texts: new Map(), scripts: new Set(['app']), tdesign: [], problems: [] };
  const has = (file: string) => existsSync(path.join(sourceFolder, file));

  const addText = (file: string, wantedBy: string) => {
    if (own.texts.has(file)) return;
    if (!has(file)) {
      own.problems.push(`${wantedBy}: there is no ${file}`);
      return;
    }
    keep(file, readFileSync(path.join(sourceFolder, file), 'utf8'));
  };
  const keep = (file: string, text: string) => {
    own.texts.set(file, text);
    visitReferences(file, text, (specifier, kind) => {
      if (isTdesign(specifier)) {
        own.tdesign.push({ from: file, specifier, kind });
        return undefined;
      }
      const target = specifier.startsWith('/')
        ? specifier.slice(1)
        : path.posix.join(path.posix.dirname(file), specifier);
      if (kind === 'component') addComponent(target, file);
      else if (kind !== 'relation' && kind !== 'script') {
        addText(target.endsWith(EXTENSIONS[kind]) ? target : target + EXTENSIONS[kind], file);
      }
      return undefined;
    });
  };
  const addComponent = (base: string, wantedBy: string) => {
    for (const extension of ['.json', '.wxml']) addText(base + extension, wantedBy);
    if (has(`${base}.wxss`)) addText(`${base}.wxss`, wantedBy);
    if (has(`${base}.ts`)) own.scripts.add(base);
    else own.problems.push(`${wantedBy}: there is no ${base}.ts`);
  };

  keep('app.json', `${JSON.stringify(app, null, 2)}\n`);
  if (has('app.wxss')) addText('app.wxss', 'app.json');
  for (const location of [app.sitemapLocation, app.themeLocation]) {
    if (location !== undefined) addText(location, 'app.json');
  }
  for (const page of pagePaths(app)) addComponent(page, PAGES);
  return own;
}
