import type { ComponentManifest, PageConfig } from '../manifest';
import type { ReadAppConfig } from './app-config';
import { PhoneBuildError } from './build-error';
import type { MiniprogramFolder } from './miniprogram-folder';

interface ComponentJson extends PageConfig {
  component?: boolean;
  usingComponents?: Record<string, string>;
  componentGenerics?: Record<string, true | { default?: string }>;
  styleIsolation?: string;
  addGlobalClass?: boolean;
  pureDataPattern?: string;
}

const WINDOW_KEYS = [
  'navigationBarTitleText',
  'navigationBarBackgroundColor',
  'navigationBarTextStyle',
  'navigationStyle',
  'backgroundColor',
  'enablePullDownRefresh',
  'onReachBottomDistance',
  'disableScroll',
] as const;

/**
 * Every page and component that the pages reach, components before the page that first needs them.
 * The order is the order of the style sheets, and the same input always gives the same order.
 */
export function readComponentGraph(folder: MiniprogramFolder, config: ReadAppConfig): ComponentManifest[] {
  const found = new Map<string, ComponentManifest>();
  const entered = new Set<string>();
  const pages = new Set(config.pages);

  const resolveAll = (using: Record<string, string>, from: string) =>
    Object.fromEntries(
      Object.entries(using).map(([tag, reference]) => {
        const path = folder.resolve(reference, from, '.json');
        if (path === undefined)
          throw new PhoneBuildError(`${from}.json: component ${tag} (${reference}) is missing`);
        return [tag, path];
      }),
    );

  const appComponents = resolveAll(config.usingComponents, 'app');

  const visit = (path: string) => {
    if (entered.has(path)) return;
    entered.add(path);
    const isPage = pages.has(path);
    const json =
      isPage && !folder.has(`${path}.json`)
        ? {}
        : (folder.readJson(`${path}.json`, 'app.json') as ComponentJson);
    const own = resolveAll(json.usingComponents ?? {}, path);
    const usingComponents = { ...without(appComponents, path), ...own };
    const generics = resolveGenerics(json.componentGenerics, path);
    for (const extension of ['.wxml', '.js']) {
      if (!folder.has(path + extension)) {
        throw new PhoneBuildError(
          `${path}${extension} is missing, needed by ${isPage ? 'app.json' : 'a usingComponents'}`,
        );
      }
    }
    for (const needed of Object.values(usingComponents)) visit(needed);
    for (const generic of Object.values(generics ?? {})) {
      if (generic !== true && generic.default !== undefined) visit(generic.default);
    }
    const styleIsolation = isPage ? 'shared' : styleIsolationOf(json, path);
    found.set(path, {
      path,
      isPage,
      usingComponents,
      ...(generics ? { componentGenerics: generics } : {}),
      styleIsolation,
      ...(json.pureDataPattern === undefined ? {} : { pureDataPattern: json.pureDataPattern }),
      ...(styleIsolation === 'shared' ? {} : { styleScope: `c${String(found.size)}` }),
      ...(isPage ? { window: pickWindow(json) } : {}),
    });
  };

  const resolveGenerics = (generics: ComponentJson['componentGenerics'], path: string) => {
    if (!generics) return undefined;
    return Object.fromEntries(
      Object.entries(generics).map(([name, generic]): [string, true | { default?: string }] => {
        if (generic === true || generic.default === undefined) return [name, true];
        const target = folder.resolve(generic.default, path, '.json');
        if (target === undefined) throw new PhoneBuildError(`${path}.json: generic ${name} is missing`);
        return [name, { default: target }];
      }),
    );
  };

  for (const page of config.pages) visit(page);
  return [...found.values()];
}

function without(components: Record<string, string>, path: string): Record<string, string> {
  return Object.fromEntries(Object.entries(components).filter(([, target]) => target !== path));
}

function styleIsolationOf(json: ComponentJson, path: string): ComponentManifest['styleIsolation'] {
  switch (json.styleIsolation) {
    case undefined:
      return json.addGlobalClass ? 'apply-shared' : 'isolated';
    case 'isolated':
    case 'apply-shared':
    case 'shared':
      return json.styleIsolation;
    default:
      throw new PhoneBuildError(
        `${path}.json: styleIsolation ${json.styleIsolation} is not supported by the phone`,
      );
  }
}

function pickWindow(json: ComponentJson): PageConfig {
  return Object.fromEntries(
    WINDOW_KEYS.filter((key) => json[key] !== undefined).map((key) => [key, json[key]]),
  );
}
