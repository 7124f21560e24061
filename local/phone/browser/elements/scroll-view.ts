import type { ElementContext, ElementDefinition, ElementView } from '../model/external-element';

interface ScrollViewData {
  scrollX: boolean;
  scrollY: boolean;
  upperThreshold: number | string;
  lowerThreshold: number | string;
  scrollTop: number | string;
  scrollLeft: number | string;
  scrollIntoView: string;
  scrollWithAnimation: boolean;
  enableFlex: boolean;
  showScrollbar: boolean;
  enhanced: boolean;
  refresherEnabled: boolean;
  refresherTriggered: boolean;
}

export const scrollView: ElementDefinition<ScrollViewData> = {
  tag: 'scroll-view',
  properties: {
    scrollX: { type: Boolean, value: false },
    scrollY: { type: Boolean, value: false },
    upperThreshold: { type: null, value: 50 },
    lowerThreshold: { type: null, value: 50 },
    scrollTop: { type: null, value: '' },
    scrollLeft: { type: null, value: '' },
    scrollIntoView: { type: String, value: '' },
    scrollWithAnimation: { type: Boolean, value: false },
    enableFlex: { type: Boolean, value: false },
    showScrollbar: { type: Boolean, value: true },
    enhanced: { type: Boolean, value: false },
    refresherEnabled: { type: Boolean, value: false },
    refresherTriggered: { type: Boolean, value: false },
  },
  mount: (context) => new ScrollView(context),
};

class ScrollView implements ElementView {
  readonly slot = document.createElement('div');
  private readonly scroller = document.createElement('div');
  private last = { left: 0, top: 0 };
  private isAtStart = true;
  private isAtEnd = false;

  constructor(private readonly context: ElementContext<ScrollViewData>) {
    const { slot, scroller } = this;
    scroller.className = 'wx-scroll';
    slot.className = 'wx-scroll-content';
    scroller.append(slot);
    context.host.append(scroller);
    const onScroll = () => {
      this.tellScroll();
      this.tellEnds();
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });
  }

  update(changed?: ReadonlySet<string>): void {
    const { scroller, context } = this;
    const { data } = context;
    scroller.style.overflowX = data.scrollX ? 'auto' : 'hidden';
    scroller.style.overflowY = data.scrollY ? 'auto' : 'hidden';
    context.host.classList.toggle('wx-no-scrollbar', data.enhanced && !data.showScrollbar);
    this.slot.classList.toggle('wx-scroll-flex', data.enableFlex);
    if (changed?.has('scrollTop')) this.scrollTo({ top: Number(data.scrollTop) });
    if (changed?.has('scrollLeft')) this.scrollTo({ left: Number(data.scrollLeft) });
    if (changed?.has('scrollIntoView')) {
      queueMicrotask(() => {
        this.scrollIntoView(data.scrollIntoView);
      });
    }
  }

  /** What the page asked for before there was anything to scroll. */
  attached(): void {
    setTimeout(() => {
      const { scrollTop, scrollLeft, scrollIntoView } = this.context.data;
      if (scrollTop !== '') this.scroller.scrollTop = Number(scrollTop);
      if (scrollLeft !== '') this.scroller.scrollLeft = Number(scrollLeft);
      this.scrollIntoView(scrollIntoView);
    }, 0);
  }

  private tellScroll(): void {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = this.scroller;
    const [deltaX, deltaY] = [this.last.left - scrollLeft, this.last.top - scrollTop];
    this.context.emit('scroll', { scrollLeft, scrollTop, scrollWidth, scrollHeight, deltaX, deltaY });
    this.last = { left: scrollLeft, top: scrollTop };
  }

  private tellEnds(): void {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = this.scroller;
    const { scrollX, upperThreshold, lowerThreshold } = this.context.data;
    const [position, room] = scrollX
      ? [scrollLeft, scrollWidth - clientWidth]
      : [scrollTop, scrollHeight - clientHeight];
    const { isAtStart: wasAtStart, isAtEnd: wasAtEnd } = this;
    this.isAtStart = position <= Number(upperThreshold);
    this.isAtEnd = position >= room - Number(lowerThreshold);
    if (this.isAtStart && !wasAtStart)
      this.context.emit('scrolltoupper', { direction: scrollX ? 'left' : 'top' });
    if (this.isAtEnd && !wasAtEnd)
      this.context.emit('scrolltolower', { direction: scrollX ? 'right' : 'bottom' });
  }

  private scrollTo(position: ScrollToOptions): void {
    const behavior = this.context.data.scrollWithAnimation ? 'smooth' : 'instant';
    this.scroller.scrollTo({ ...position, behavior });
  }

  private scrollIntoView(id: string): void {
    if (id === '') return;
    const { component, data } = this.context;
    const target: unknown = component.ownerShadowRoot?.querySelector(`#${id}`)?.getBackendElement();
    if (!(target instanceof HTMLElement)) return;
    const from = this.scroller.getBoundingClientRect();
    const to = target.getBoundingClientRect();
    this.scrollTo({
      ...(data.scrollX ? { left: this.scroller.scrollLeft + to.left - from.left } : {}),
      ...(data.scrollY ? { top: this.scroller.scrollTop + to.top - from.top } : {}),
    });
  }
}
