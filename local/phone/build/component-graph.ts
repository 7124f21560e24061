import type { ComponentManifest, PageConfig } from '../manifest';
import type { ReadAppConfig } from './app-config';
import { PhoneBuildError } from './build-error';
import type { MiniprogramFolder } from './miniprogram-folder';

interface ComponentJson extends PageConfig {
  usingComponents?: Record<string, string>;
  styleIsolation?: string;
}

/** What a component's JSON may say to WeChat and not to the phone. */
const UNSUPPORTED_KEYS = ['addGlobalClass', 'componentGenerics', 'componentPlaceholder', 'pureDataPattern'];

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
  const graph = new ComponentGraph(folder, config);
  for (const page of config.pages) graph.visit(page);
  return graph.components;
}

class ComponentGraph {
  private readonly found = new Map<string, ComponentManifest>();
  private readonly entered = new Set<string>();
  private readonly pages: ReadonlySet<string>;
  private readonly appComponents: Record<string, string>;

  constructor(
    private readonly folder: MiniprogramFolder,
    { pages, usingComponents }: ReadAppConfig,
  ) {
    this.pages = new Set(pages);
    this.appComponents = this.resolveAll(usingComponents, 'app');
  }

  get components(): ComponentManifest[] {
    return [...this.found.values()];
  }

  visit(path: string): void {
    if (this.entered.has(path)) return;
    this.entered.add(path);
    const { found, folder } = this;
    const isPage = this.pages.has(path);
    const json = this.readJson(path, isPage);
    const usingComponents = {
      ...without(this.appComponents, path),
      ...this.resolveAll(json.usingComponents ?? {}, path),
    };
    for (const extension of ['.wxml', '.js']) {
      if (!folder.has(path + extension)) {
        throw new PhoneBuildError(
          `${path}${extension} is missing, needed by ${isPage ? 'app.json' : 'a usingComponents'}`,
        );
      }
    }
    for (const needed of Object.values(usingComponents)) this.visit(needed);
    const styleIsolation = isPage ? 'shared' : styleIsolationOf(json, path);
    found.set(path, {
      path,
      isPage,
      usingComponents,
      styleIsolation,
      ...(styleIsolation === 'shared' ? {} : { styleScope: `c${String(found.size)}` }),
      ...(isPage ? { window: pickWindow(json) } : {}),
    });
  }

  private readJson(path: string, isPage: boolean): ComponentJson {
    if (isPage && !this.folder.has(`${path}.json`)) return {};
    const json = this.folder.readJson(`${path}.json`, 'app.json') as ComponentJson;
    for (const key of UNSUPPORTED_KEYS) {
      if (key in json) throw new PhoneBuildError(`${path}.json: the phone has no ${key}`);
    }
    return json;
  }

  private resolveAll(using: Record<string, string>, from: string): Record<string, string> {
    return Object.fromEntries(
      Object.entries(using).map(([tag, reference]) => {
        const path = this.folder.resolve(reference, from, '.json');
        if (path === undefined)
          throw new PhoneBuildError(`${from}.json: component ${tag} (${reference}) is missing`);
        return [tag, path];
      }),
    );
  }
}

function without(components: Record<string, string>, path: string): Record<string, string> {
  return Object.fromEntries(Object.entries(components).filter(([, target]) => target !== path));
}

function styleIsolationOf(json: ComponentJson, path: string): ComponentManifest['styleIsolation'] {
  switch (json.styleIsolation) {
    case undefined:
      return 'isolated';
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
