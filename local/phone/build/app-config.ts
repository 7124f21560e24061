import type { AppConfig, PageConfig, TabBarConfig } from '../manifest';
import { PhoneBuildError } from './build-error';
import type { MiniprogramFolder } from './miniprogram-folder';

interface SubPackage {
  root?: string;
  pages?: string[];
}

interface AppJson {
  pages?: string[];
  entryPagePath?: string;
  subPackages?: SubPackage[];
  subpackages?: SubPackage[];
  window?: PageConfig;
  tabBar?: TabBarConfig & { custom?: boolean };
  usingComponents?: Record<string, string>;
  darkmode?: boolean;
}

export interface ReadAppConfig {
  app: AppConfig;
  pages: string[];
  usingComponents: Record<string, string>;
}

/** app.json as the phone needs it: every page by its full path, the window's defaults and the tab bar. */
export function readAppConfig(folder: MiniprogramFolder): ReadAppConfig {
  const json = folder.readJson('app.json', 'the phone') as AppJson;
  const pages = [...(json.pages ?? [])];
  for (const { root = '', pages: own = [] } of [...(json.subPackages ?? []), ...(json.subpackages ?? [])]) {
    const prefix = root.replace(/^\/|\/$/g, '');
    pages.push(...own.map((page) => `${prefix}/${page}`));
  }
  const [first] = pages;
  if (first === undefined) throw new PhoneBuildError('app.json lists no page');
  const entryPage = json.entryPagePath ?? first;
  if (!pages.includes(entryPage))
    throw new PhoneBuildError(`app.json: entryPagePath ${entryPage} is no page`);
  if (json.darkmode) throw new PhoneBuildError('app.json: darkmode is not supported by the phone');
  if (json.tabBar?.custom)
    throw new PhoneBuildError('app.json: a custom tabBar is not supported by the phone');
  for (const tab of json.tabBar?.list ?? []) {
    if (!pages.includes(tab.pagePath)) throw new PhoneBuildError(`app.json: tab ${tab.pagePath} is no page`);
    for (const icon of [tab.iconPath, tab.selectedIconPath]) {
      if (icon !== undefined && !folder.has(icon)) throw new PhoneBuildError(`app.json: ${icon} is missing`);
    }
  }
  return {
    app: { entryPage, window: json.window ?? {}, ...(json.tabBar ? { tabBar: json.tabBar } : {}) },
    pages,
    usingComponents: json.usingComponents ?? {},
  };
}
