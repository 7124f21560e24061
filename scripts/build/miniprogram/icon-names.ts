import { readFileSync } from 'node:fs';
import { tdesignFolder } from './tdesign-imports';

/** What `wx.showToast` calls icons; they are drawn by WeChat. */
const TOAST_ICONS = new Set(['success', 'error', 'loading', 'none']);

const NAME_LITERAL = /(["'`])([a-z][a-z0-9-]*)\1/g;

const ICON_RULE = /\.t-icon-([a-z0-9-]+):before\s*\{[^}]*\}\s*/g;

/** TDesign's icon style sheet with its remote font and the rules of all icons replaced by `iconRules`. */
export function iconStyles(iconRules: string): string {
  const rules = readFileSync(`${tdesignFolder}icon/icon.wxss`, 'utf8');
  return rules.replace(/@font-face\s*\{[^}]*\}/, '').replace(ICON_RULE, '') + iconRules;
}

/** Every icon name TDesign knows, from the rules of its icon component. */
export function knownIconNames(): Set<string> {
  return iconNamesIn(readFileSync(`${tdesignFolder}icon/icon.wxss`, 'utf8'));
}

/** The icon names a style sheet can draw. */
export function iconNamesIn(styles: string): Set<string> {
  return new Set([...styles.matchAll(ICON_RULE)].map(([, name = '']) => name));
}

/**
 * Icon names our own markup or script asks for: the value of an attribute or property called `icon` or ending in it, and the
 * `name` of a `t-icon`, including the literals inside an expression. A name composed at run time cannot be seen here.
 */
export function iconsAskedFor(file: string, text: string): string[] {
  if (file.endsWith('.wxml')) {
    const values = [
      ...text.matchAll(/<t-icon\b[^>]*?\sname="([^"]*)"/g),
      ...text.matchAll(/\s(?:[a-z-]+-)?icon="([^"]*)"/g),
    ];
    return values.flatMap(([, value = '']) => (value.includes('{{') ? literalsIn(value) : [value]));
  }
  if (file.endsWith('.js')) {
    const values = text.matchAll(/\b(?:icon|[a-z]\w*Icon)["']?\s*:\s*("[a-z0-9-]*"|[^,;\n}]*\?[^,;\n}]*)/g);
    return [...values]
      .flatMap(([, value = '']) => literalsIn(value))
      .filter((name) => !TOAST_ICONS.has(name));
  }
  return [];
}

/** Icon names that a file of TDesign may show by itself: any text in it that is the name of an icon. */
export function iconsMentioned(text: string, known: Set<string>): string[] {
  return literalsIn(text).filter((name) => known.has(name));
}

function literalsIn(text: string): string[] {
  return [...text.matchAll(NAME_LITERAL)].map(([, , name = '']) => name);
}
