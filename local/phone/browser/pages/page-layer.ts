import type { PageConfig } from '../../manifest';
import { NavigationBar } from './navigation-bar';

/** The DOM of one page: navigation bar, frame, scroller. The frame is what `fixed` and viewport units refer to. */
export class PageLayer {
  readonly element = document.createElement('div');
  readonly frame = document.createElement('div');
  readonly scroller = document.createElement('div');
  readonly placeholder = document.createElement('div');

  constructor(
    path: string,
    config: PageConfig,
    back: { canGoBack: boolean; isHome: boolean; onBack(): void },
  ) {
    this.element.className = 'phone-page';
    this.element.dataset.page = path;
    this.frame.className = 'phone-frame';
    this.scroller.className = 'phone-scroller';
    if (config.disableScroll) this.scroller.style.overflow = 'hidden';
    if (config.backgroundColor) this.scroller.style.backgroundColor = config.backgroundColor;
    if (config.navigationStyle !== 'custom') {
      this.element.append(new NavigationBar(config, back).element);
    }
    this.scroller.append(this.placeholder);
    this.frame.append(this.scroller);
    this.element.append(this.frame);
    this.element.hidden = true;
  }

  /** Hidden pages stay in the document, so they keep what they show, but the browser forgets how far they were scrolled. */
  show(scrollTop: number): void {
    this.element.hidden = false;
    this.scroller.scrollTop = scrollTop;
  }

  hide(): void {
    this.element.hidden = true;
  }
}
