import type { AppConfig, ComponentManifest, PageConfig } from '../../manifest';
import type { ComponentModel } from '../model/component-model';
import { callSafely } from './call-safely';
import { LivePage, type PageInstance } from './live-page';
import { parseRoute, type Route } from './route';
import { TabBar } from './tab-bar';

const MAX_DEPTH = 10;
const TRAVERSAL_TIMEOUT_MS = 500;

/** A place on the stack. After a reload the pages below the top are made only when somebody goes back to them. */
interface Entry {
  route: Route;
  page?: LivePage;
}

/** The pages a person has open, mirrored in the browser's history so that reload stays and browser back pops. */
export class PageStack {
  private entries: Entry[] = [];
  private readonly tabs = new Map<string, LivePage>();
  private readonly windows = new Map<string, PageConfig>();
  private readonly tabBar: TabBar | undefined;
  private traversal: Promise<void> = Promise.resolve();
  private endTraversal: (() => void) | undefined;

  constructor(
    private readonly config: AppConfig,
    components: ComponentManifest[],
    private readonly model: ComponentModel,
    private readonly screen: HTMLElement,
  ) {
    for (const { path, isPage, window: own } of components) {
      if (isPage) this.windows.set(path, { ...config.window, ...own });
    }
    if (config.tabBar) {
      this.tabBar = new TabBar(config.tabBar, (pagePath, index) => {
        void this.selectTab(pagePath, index);
      });
      screen.append(this.tabBar.element);
    }
    window.addEventListener('popstate', (event) => {
      void this.onPopState(event.state as { urls?: string[] } | null);
    });
  }

  get top(): LivePage | undefined {
    return this.entries.at(-1)?.page;
  }

  /** What `getCurrentPages` answers. */
  currentPages(): PageInstance[] {
    return this.entries.map(
      ({ page, route }) => page?.instance ?? { route: route.path, options: route.query },
    );
  }

  /** The address to start with: the one in the browser's address bar if it is a page, else the mini-program's own. */
  startRoute(): Route {
    const asked = parseRoute(location.hash.replace(/^#/, ''), '');
    return this.windows.has(asked.path) ? asked : parseRoute(`/${this.config.entryPage}`, '');
  }

  start(route: Route): void {
    const urls = (history.state as { urls?: string[] } | null)?.urls ?? [];
    const below = urls.at(-1) === route.url ? urls.slice(0, -1).map((url) => parseRoute(`/${url}`, '')) : [];
    this.entries = below.filter(({ path }) => this.windows.has(path)).map((known) => ({ route: known }));
    this.entries.push({ route });
    this.writeHistory('replaceState');
    this.showTop();
  }

  async navigateTo(address: string): Promise<void> {
    await this.traversal;
    const route = this.resolve(address);
    if (this.tabBar?.isTab(route.path)) throw new Error('can not navigateTo a tabbar page');
    if (this.entries.length >= MAX_DEPTH) throw new Error('webview count limit exceed');
    this.hideTop();
    this.entries.push({ route });
    this.writeHistory('pushState');
    this.showTop();
  }

  async redirectTo(address: string): Promise<void> {
    await this.traversal;
    const route = this.resolve(address);
    if (this.tabBar?.isTab(route.path)) throw new Error('can not redirectTo a tabbar page');
    this.drop(this.entries.length - 1);
    this.entries.push({ route });
    this.writeHistory('replaceState');
    this.showTop();
  }

  async navigateBack(delta = 1): Promise<void> {
    await this.traversal;
    const target = Math.max(1, this.entries.length - Math.max(1, delta));
    if (target === this.entries.length) throw new Error('cannot navigate back at first page.');
    const steps = this.entries.length - target;
    this.drop(target);
    this.showTop();
    this.traverse(-steps);
  }

  async switchTab(address: string): Promise<void> {
    await this.traversal;
    const route = this.resolve(address);
    if (!this.tabBar?.isTab(route.path)) throw new Error('can not switch to no-tabBar page');
    if (this.entries.length === 1 && this.entries[0]?.route.path === route.path) return;
    this.hideTop();
    this.drop(0);
    this.entries = [{ route: parseRoute(`/${route.path}`, '') }];
    this.writeHistory('replaceState');
    this.showTop();
  }

  /** Opens a page alone, as an address typed into the browser asks for it. */
  private async startAgain(address: string): Promise<void> {
    await this.traversal;
    const route = this.resolve(address);
    this.drop(0);
    for (const page of this.tabs.values()) page.unload();
    this.tabs.clear();
    this.entries = [{ route }];
    this.writeHistory('replaceState');
    this.showTop();
  }

  private async selectTab(pagePath: string, index: number): Promise<void> {
    await this.switchTab(`/${pagePath}`);
    const text = this.config.tabBar?.list[index]?.text ?? '';
    if (this.top) callSafely(this.top.instance, 'onTabItemTap', { index, pagePath, text });
  }

  private resolve(address: string): Route {
    const route = parseRoute(address, this.entries.at(-1)?.route.path ?? '');
    if (!this.windows.has(route.path)) throw new Error(`page "${route.path}" is not found`);
    return route;
  }

  private showTop(): void {
    const entry = this.entries.at(-1);
    if (!entry) throw new Error('the page stack is empty');
    const { route } = entry;
    this.tabBar?.show(route.path);
    const known = entry.page ?? this.tabs.get(route.path);
    if (known) {
      entry.page = known;
      this.showTitle(known);
      known.show();
      known.announceShow();
      return;
    }
    const page = this.createPage(route);
    entry.page = page;
    if (this.tabBar?.isTab(route.path)) this.tabs.set(route.path, page);
    this.screen.insertBefore(page.layer.element, this.tabBar?.element ?? null);
    this.showTitle(page);
    page.show();
    page.attach();
  }

  private createPage(route: Route): LivePage {
    const canGoBack = this.entries.length > 1;
    return new LivePage(this.model, route, this.windows.get(route.path) ?? {}, {
      canGoBack,
      isHome: route.path === this.config.entryPage || (this.tabBar?.isTab(route.path) ?? false),
      onBack: () => {
        void (canGoBack ? this.navigateBack() : this.goHome());
      },
    });
  }

  private goHome(): Promise<void> {
    const home = `/${this.config.entryPage}`;
    return this.tabBar?.isTab(this.config.entryPage) ? this.switchTab(home) : this.startAgain(home);
  }

  private showTitle(page: LivePage): void {
    if (page === this.top) document.title = this.windows.get(page.route.path)?.navigationBarTitleText ?? '';
  }

  private hideTop(): void {
    this.top?.announceHide();
    this.top?.hide();
  }

  /** Unloads the entries from `length` on, the top first. Pages of tabs are kept for the next visit. */
  private drop(length: number): void {
    while (this.entries.length > length) {
      const page = this.entries.pop()?.page;
      if (!page) continue;
      if (this.tabs.get(page.route.path) === page) {
        page.announceHide();
        page.hide();
      } else {
        page.unload();
      }
    }
  }

  private writeHistory(method: 'pushState' | 'replaceState'): void {
    const urls = this.entries.map(({ route }) => route.url);
    history[method]({ urls }, '', `#/${urls.at(-1) ?? ''}`);
  }

  private traverse(delta: number): void {
    this.traversal = new Promise((resolve) => {
      const timer = setTimeout(resolve, TRAVERSAL_TIMEOUT_MS);
      this.endTraversal = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    history.go(delta);
  }

  /** The browser went somewhere in its history: take over the stack that was noted there. */
  private async onPopState(state: { urls?: string[] } | null): Promise<void> {
    this.endTraversal?.();
    this.endTraversal = undefined;
    if (!state?.urls) {
      const route = parseRoute(location.hash.replace(/^#/, ''), '');
      if (this.windows.has(route.path)) await this.startAgain(`/${route.url}`);
      return;
    }
    const { urls } = state;
    let shared = 0;
    while (shared < urls.length && urls[shared] === this.entries[shared]?.route.url) shared += 1;
    if (shared === urls.length && shared === this.entries.length) return;
    if (shared === this.entries.length) this.hideTop();
    this.drop(shared);
    for (const url of urls.slice(shared)) this.entries.push({ route: parseRoute(`/${url}`, '') });
    this.showTop();
  }
}
