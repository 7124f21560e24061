import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pages, tabs } from '#shared/ground/pages';

/** The parts of the built app.json that decide what a mini-program consists of. */
export interface AppConfig {
  pages: string[];
  subPackages: { root: string; name: string; pages: string[] }[];
  tabBar: { list: { pagePath: string; text: string }[] };
  sitemapLocation?: string;
  themeLocation?: string;
}

/** app.json in the sources: how the app looks. Which pages it has stands in the table of pages. */
interface AppSettings extends Omit<AppConfig, 'pages' | 'subPackages' | 'tabBar'> {
  pages?: unknown;
  subPackages?: unknown;
  tabBar?: { list?: unknown };
}

/** A subpackage is the folder before `pages/` in the address of its pages. */
function subpackageOf(address: string): string {
  return address.slice(0, Math.max(0, address.indexOf('/pages/')));
}

/**
 * The whole app.json: the settings of the sources, with the pages, subpackages and tabs of `shared/ground/pages.ts`.
 *
 * @throws Error when the settings name pages themselves
 */
export function readAppConfig(sourceFolder: string): AppConfig {
  const settings = JSON.parse(readFileSync(path.join(sourceFolder, 'app.json'), 'utf8')) as AppSettings;
  if (settings.pages ?? settings.subPackages ?? settings.tabBar?.list) {
    throw new Error(
      'app.json: pages, subPackages and the list of tabs stand in shared/ground/pages.ts alone.',
    );
  }
  const addresses = Object.values<string>(pages);
  const roots = new Set(addresses.map(subpackageOf).filter((root) => root !== ''));
  return {
    ...settings,
    pages: addresses.filter((address) => subpackageOf(address) === ''),
    subPackages: [...roots].map((root) => ({
      root,
      name: root,
      pages: addresses
        .filter((address) => subpackageOf(address) === root)
        .map((address) => address.slice(root.length + 1)),
    })),
    tabBar: {
      ...settings.tabBar,
      list: tabs.map(({ page, text }) => ({ pagePath: pages[page], text })),
    },
  };
}

/** The root folders of the subpackages, each with a slash at its end, as they begin the paths of their files. */
export function subpackageRoots(app: AppConfig): string[] {
  return app.subPackages.map(({ root }) => `${root}/`);
}

/** Paths of all pages, without extension. */
export function pagePaths(app: AppConfig): string[] {
  const inSubpackages = app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`));
  return [...app.pages, ...inSubpackages];
}

/** The root of the subpackage that holds an output path, or the empty string for the main package. */
export function packageOf(app: AppConfig, outputPath: string): string {
  return subpackageRoots(app).find((root) => outputPath.startsWith(root)) ?? '';
}
