import { readFileSync } from 'node:fs';
import path from 'node:path';
import { iconNamesIn, iconsAskedFor, iconsMentioned, knownIconNames } from './icon-names';
import { tdesignFolder } from './tdesign-imports';

interface IconUse {
  /** Our own files: output path to text. */
  own: Map<string, string>;
  sourceFolder: string;
  /** The TDesign files that are shipped, below TDesign's folder. */
  shipped: Set<string>;
}

/** Icons that our pages or the shipped TDesign components show and that the icon font of the app cannot draw. */
export function findMissingIcons({ own, sourceFolder, shipped }: IconUse): string[] {
  const drawable = iconNamesIn(readFileSync(path.join(sourceFolder, 'styles/icon.wxss'), 'utf8'));
  const known = knownIconNames();
  const missing = new Map<string, string>();
  for (const [file, text] of own) {
    for (const name of iconsAskedFor(file, text)) {
      if (name !== '' && !drawable.has(name)) missing.set(name, file);
    }
  }
  for (const file of shipped) {
    if (!mayShowIcons(file)) continue;
    for (const name of iconsMentioned(readFileSync(tdesignFolder + file, 'utf8'), known)) {
      if (!drawable.has(name)) missing.set(name, `TDesign's ${file}`);
    }
  }
  return [...missing].map(([name, file]) => {
    const remedy = known.has(name) ? 'add it to styles/icons.json and run `npm run icons`' : 'no such icon';
    return `${file}: the icon ${name} is not in the icon font (${remedy})`;
  });
}

/** Whether a TDesign file belongs to a component that can show icons, as opposed to shared code and languages. */
export function mayShowIcons(file: string): boolean {
  return /\.(js|wxml|wxs)$/.test(file) && !/^(common|locale|mixins|miniprogram_npm|icon)\//.test(file);
}
