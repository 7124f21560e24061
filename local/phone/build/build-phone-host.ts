import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readAppConfig } from './app-config';
import { bundleScripts } from './bundle';
import { compileStyles } from './compile-styles';
import { compileTemplates } from './compile-templates';
import { readComponentGraph } from './component-graph';
import { copyFonts, copyMiniprogramFiles } from './copy-files';
import { indexHtml } from './index-html';
import { MiniprogramFolder } from './miniprogram-folder';

export interface PhoneHostOptions {
  /** The built mini-program: app.json, WXML, WXSS, WXS, JavaScript and miniprogram_npm. */
  miniprogramFolder: string;
  /** Where the browser's files go; what was there is removed. */
  outFolder: string;
}

/**
 * Turns a built mini-program into a page for ordinary browsers. Fails, naming file and reason, on anything that the
 * phone could not show: faulty templates, unknown elements, members of `wx` that it lacks, missing files.
 */
export async function buildPhoneHost({ miniprogramFolder, outFolder }: PhoneHostOptions): Promise<void> {
  const folder = new MiniprogramFolder(miniprogramFolder);
  const config = readAppConfig(folder);
  const components = readComponentGraph(folder, config);
  const templates = compileTemplates(folder, components);
  const styles = compileStyles(folder, components);
  const script = await bundleScripts(folder, config, components, templates);

  await rm(outFolder, { recursive: true, force: true });
  await mkdir(outFolder, { recursive: true });
  const fonts = await copyFonts(outFolder);
  await copyMiniprogramFiles(folder, outFolder);
  const phoneStyles = await readPhoneStyles();
  await writeFile(join(outFolder, 'app.css'), `${fonts}\n${phoneStyles}\n${styles}\n`);
  await writeFile(join(outFolder, 'app.js'), script);
  await writeFile(join(outFolder, 'index.html'), indexHtml(config.app.window.navigationBarTitleText ?? ''));
}

async function readPhoneStyles(): Promise<string> {
  const sheets = await Promise.all(
    ['phone.css', 'elements.css', 'outside-bar.css'].map((name) =>
      readFile(new URL(`../browser/styles/${name}`, import.meta.url), 'utf8'),
    ),
  );
  return sheets.join('\n');
}
