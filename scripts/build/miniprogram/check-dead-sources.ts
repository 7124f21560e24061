import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { OwnFiles } from './own-files';

const IMAGE = /\.(png|jpe?g|gif|svg|webp)$/;

/** Sources the icon script writes or reads; the build takes them by itself. */
const NOT_SHIPPED = new Set(['styles/icon.wxss', 'styles/icons.json', 'tsconfig.json']);

/**
 * Finds sources that nothing reaches (components, markup, styles, images) and component tags that are declared but not
 * written anywhere, since either would be carried along or kept by mistake. Scripts are the linter's business.
 */
export function findDeadSources(
  sourceFolder: string,
  own: OwnFiles,
  texts: Map<string, string>,
): { problems: string[]; usedImages: string[] } {
  const problems: string[] = [];
  const usedImages: string[] = [];
  const allText = [...texts.values()].join('\n');
  for (const entry of readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' })) {
    const file = entry.split(path.sep).join('/');
    if (NOT_SHIPPED.has(file) || own.texts.has(file)) continue;
    if (IMAGE.test(file)) {
      if (allText.includes(path.posix.basename(file))) usedImages.push(file);
      else problems.push(`${file}: no page or component shows this image`);
    } else if (/\.(wxml|wxss|wxs|json)$/.test(file)) {
      problems.push(`${file}: no page of shared/ground/pages.ts reaches this file`);
    }
  }
  return { problems: [...problems, ...findUnwrittenTags(own)], usedImages };
}

function findUnwrittenTags(own: OwnFiles): string[] {
  const allMarkup = [...own.texts].filter(([file]) => file.endsWith('.wxml')).map(([, text]) => text);
  return [...own.texts].flatMap(([file, text]) => {
    if (!file.endsWith('.json')) return [];
    const { usingComponents = {} } = JSON.parse(text) as { usingComponents?: Record<string, string> };
    const markup = file === 'app.json' ? allMarkup : markupOf(file.replace(/\.json$/, '.wxml'), own);
    return Object.keys(usingComponents)
      .filter((tag) => !markup.some((wxml) => new RegExp(`(<|generic:[\\w-]+=")${tag}[\\s/>"]`).test(wxml)))
      .map((tag) => `${file}: declares <${tag}> and never writes it`);
  });
}

/** A component's markup and the templates it imports. */
function markupOf(file: string, own: OwnFiles): string[] {
  const seen = new Set([file]);
  for (const current of seen) {
    for (const [, source = ''] of (own.texts.get(current) ?? '').matchAll(
      /<(?:import|include)\b[^>]*?\bsrc="(.*?)"/g,
    )) {
      seen.add(
        source.startsWith('/') ? source.slice(1) : path.posix.join(path.posix.dirname(current), source),
      );
    }
  }
  return [...seen].map((current) => own.texts.get(current) ?? '');
}
