import type { Root } from 'glass-easel-miniprogram-adapter';
import type { PageConfig } from '../../manifest';
import type { ComponentModel } from '../model/component-model';
import { drawnDomOf } from '../model/glass';
import { callSafely } from './call-safely';
import { PageLayer } from './page-layer';
import { PullDown } from './pull-down';
import type { Route } from './route';

export interface PageInstance {
  route: string;
  options: Record<string, string>;
  [member: string]: unknown;
}

export interface PageScroll {
  scrollTop?: number;
  selector?: string;
  offsetTop?: number;
  duration?: number;
}

/** A page with its component, its layer and its lifetimes. */
export class LivePage {
  readonly layer: PageLayer;
  readonly instance: PageInstance;
  private readonly root: Root;
  private readonly pullDown: PullDown | undefined;
  private scrollTop = 0;
  private isShown = false;
  private isNearBottom = false;

  constructor(
    private readonly model: ComponentModel,
    readonly route: Route,
    private readonly config: PageConfig,
    back: { canGoBack: boolean; isHome: boolean; onBack(): void },
  ) {
    this.layer = new PageLayer(route.path, config, back);
    this.root = model.associated.createRoot('page', model.codeSpace, `/${route.url}`);
    this.instance = this.root.get() as unknown as PageInstance;
    Object.assign(this.instance, { route: route.path, options: route.query });
    if (config.enablePullDownRefresh) {
      this.pullDown = new PullDown(this.layer.scroller, () => callSafely(this.instance, 'onPullDownRefresh'));
    }
    this.layer.scroller.addEventListener(
      'scroll',
      () => {
        this.onScroll();
      },
      { passive: true },
    );
  }

  /** The page must be on the stack and visible before: components ask for both while they are attached. */
  attach(): void {
    const component = this.root.getComponent();
    this.model.onceReady(component, () => callSafely(this.instance, 'onReady'));
    const { scroller, placeholder } = this.layer;
    this.root.attach(scroller as never, placeholder as never);
    callSafely(this.instance, 'onLoad', this.route.query);
    this.announceShow();
  }

  show(): void {
    this.layer.show(this.scrollTop);
  }

  announceShow(): void {
    if (this.isShown) return;
    this.isShown = true;
    this.root.getComponent().triggerPageLifetime('show', []);
    callSafely(this.instance, 'onShow');
  }

  announceHide(): void {
    if (!this.isShown) return;
    this.isShown = false;
    this.root.getComponent().triggerPageLifetime('hide', []);
    callSafely(this.instance, 'onHide');
  }

  hide(): void {
    this.layer.hide();
  }

  unload(): void {
    callSafely(this.instance, 'onUnload');
    this.root.release();
    this.layer.element.remove();
  }

  stopPullDownRefresh(): void {
    this.pullDown?.stop();
  }

  scrollTo({ scrollTop, selector, offsetTop = 0, duration = 300 }: PageScroll): void {
    const { scroller } = this.layer;
    let top = scrollTop ?? 0;
    if (selector !== undefined) {
      const target = this.root.getComponent().getShadowRoot()?.querySelector(selector);
      const dom = target ? drawnDomOf(target) : undefined;
      if (!dom) throw new Error(`${selector} is not found`);
      top =
        dom.getBoundingClientRect().top -
        scroller.getBoundingClientRect().top +
        scroller.scrollTop +
        offsetTop;
    }
    scroller.scrollTo({ top, behavior: duration > 0 ? 'smooth' : 'instant' });
  }

  /** `onPageScroll` is looked up now: components assign it to the page long after it was created. */
  private onScroll(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.layer.scroller;
    if (this.layer.element.hidden) return;
    this.scrollTop = scrollTop;
    callSafely(this.instance, 'onPageScroll', { scrollTop });
    const wasNear = this.isNearBottom;
    this.isNearBottom = scrollHeight - scrollTop - clientHeight <= (this.config.onReachBottomDistance ?? 50);
    if (this.isNearBottom && !wasNear) callSafely(this.instance, 'onReachBottom');
  }
}
