import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageOf, readAppConfig } from './miniprogram/app-config';
import { bundleScripts } from './miniprogram/bundle-scripts';
import { findMissingIcons } from './miniprogram/check-icons';
import { findDeadSources } from './miniprogram/check-dead-sources';
import { findCodeGeneration } from './miniprogram/forbid-code-generation';
import { iconStyles } from './miniprogram/icon-names';
import { collectOwnFiles } from './miniprogram/own-files';
import { visitReferences } from './miniprogram/references';
import { collectTdesign, isTdesign } from './miniprogram/tdesign-files';
import { writeFolder } from './miniprogram/write-folder';

export interface MiniprogramBuild {
  sourceFolder: string;
  outFolder: string;
}

/** The icon font and a rule for each of its icons, made by `npm run icons`; TDesign's own font is a remote file. */
const ICON_STYLES = 'styles/icon.wxss';

/**
 * Builds the native mini-program: scripts are bundled, everything else is copied when a page reaches it, and of TDesign
 * only the components in use are shipped. Mistakes are reported together, before anything is written.
 */
export async function buildMiniprogram({ sourceFolder, outFolder }: MiniprogramBuild): Promise<void> {
  const app = readAppConfig(sourceFolder);
  const own = collectOwnFiles(sourceFolder, app);
  refuse(own.problems);

  const scripts = await bundleScripts({
    sourceFolder,
    entries: Object.fromEntries(
      [...own.scripts].map((name) => [name, path.join(sourceFolder, `${name}.ts`)]),
    ),
    packageOf: (entryName) => packageOf(app, entryName),
  });
  const texts = new Map([...own.texts, ...scripts]);

  const tdesign = collectTdesign(
    [...texts].flatMap(([file, text]) => {
      const home = packageOf(app, file);
      const uses: Parameters<typeof collectTdesign>[0] = [];
      visitReferences(file, text, (specifier, kind) => {
        if (isTdesign(specifier)) uses.push({ home, specifier, kind });
        return undefined;
      });
      return uses;
    }),
    new Map([['icon/icon.wxss', iconStyles(readFileSync(path.join(sourceFolder, ICON_STYLES), 'utf8'))]]),
  );

  const output = new Map<string, string | Buffer>(tdesign.files);
  for (const [file, text] of texts) {
    const home = packageOf(app, file);
    const rewritten = visitReferences(file, text, (specifier, kind) => {
      if (!isTdesign(specifier)) return undefined;
      const address = tdesign.addressOf({ home, specifier, kind });
      if (kind !== 'script') return address;
      const relative = path.posix.relative(path.posix.dirname(`/${file}`), address);
      return relative.startsWith('.') ? relative : `./${relative}`;
    });
    output.set(file, rewritten);
  }

  const dead = findDeadSources(sourceFolder, own, texts);
  refuse([
    ...dead.problems,
    ...findMissingIcons({ own: texts, sourceFolder, shipped: tdesign.shipped }),
    ...findForbidden(output),
  ]);
  for (const image of dead.usedImages) output.set(image, readFileSync(path.join(sourceFolder, image)));
  writeFolder(outFolder, output);
}

/** Code generation and remote resources, neither of which a mini-program may have. */
function findForbidden(output: Map<string, string | Buffer>): string[] {
  return [...output].flatMap(([file, text]) => {
    if (typeof text !== 'string') return [];
    if (file.endsWith('.js')) {
      return findCodeGeneration(text).map((excerpt) => `${file}: generates code: ${excerpt}`);
    }
    if (file.endsWith('.wxss') && /url\(\s*['"]?(https?:)?\/\//.test(text)) {
      return [`${file}: refers to a remote resource`];
    }
    return [];
  });
}

function refuse(problems: string[]): void {
  if (problems.length > 0) {
    throw new Error(
      `The mini-program cannot be built:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
  }
}
