import type { ElementDefinition } from '../model/external-element';

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
  mount(context) {
    const { host } = context;
    const scroller = document.createElement('div');
    scroller.className = 'wx-scroll';
    const content = document.createElement('div');
    content.className = 'wx-scroll-content';
    scroller.append(content);
    host.append(scroller);
    let last = { left: 0, top: 0 };
    let isAtStart = true;
    let isAtEnd = false;

    scroller.addEventListener(
      'scroll',
      () => {
        const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = scroller;
        const { data } = context;
        context.emit('scroll', {
          scrollLeft,
          scrollTop,
          scrollWidth,
          scrollHeight,
          deltaX: last.left - scrollLeft,
          deltaY: last.top - scrollTop,
        });
        const [position, room] = data.scrollX
          ? [scrollLeft, scrollWidth - clientWidth]
          : [scrollTop, scrollHeight - clientHeight];
        const wasAtStart = isAtStart;
        const wasAtEnd = isAtEnd;
        isAtStart = position <= Number(data.upperThreshold);
        isAtEnd = position >= room - Number(data.lowerThreshold);
        if (isAtStart && !wasAtStart)
          context.emit('scrolltoupper', { direction: data.scrollX ? 'left' : 'top' });
        if (isAtEnd && !wasAtEnd)
          context.emit('scrolltolower', { direction: data.scrollX ? 'right' : 'bottom' });
        last = { left: scrollLeft, top: scrollTop };
      },
      { passive: true },
    );

    const scrollTo = (position: ScrollToOptions) => {
      scroller.scrollTo({ ...position, behavior: context.data.scrollWithAnimation ? 'smooth' : 'instant' });
    };
    const scrollIntoView = (id: string) => {
      const target = context.component.ownerShadowRoot?.querySelector(`#${id}`)?.getBackendElement();
      if (!(target instanceof HTMLElement)) return;
      const from = scroller.getBoundingClientRect();
      const to = target.getBoundingClientRect();
      scrollTo({
        ...(context.data.scrollX ? { left: scroller.scrollLeft + to.left - from.left } : {}),
        ...(context.data.scrollY ? { top: scroller.scrollTop + to.top - from.top } : {}),
      });
    };
    const restore = () => {
      const { scrollTop, scrollLeft, scrollIntoView: id } = context.data;
      if (scrollTop !== '') scroller.scrollTop = Number(scrollTop);
      if (scrollLeft !== '') scroller.scrollLeft = Number(scrollLeft);
      if (id) scrollIntoView(id);
    };
    return {
      slot: content,
      update(changed) {
        const { data } = context;
        scroller.style.overflowX = data.scrollX ? 'auto' : 'hidden';
        scroller.style.overflowY = data.scrollY ? 'auto' : 'hidden';
        if (!data.scrollX && !data.scrollY) scroller.style.overflow = 'hidden';
        host.classList.toggle('wx-no-scrollbar', data.enhanced && !data.showScrollbar);
        content.classList.toggle('wx-scroll-flex', data.enableFlex);
        if (changed?.has('scrollTop')) scrollTo({ top: Number(data.scrollTop) });
        if (changed?.has('scrollLeft')) scrollTo({ left: Number(data.scrollLeft) });
        if (changed?.has('scrollIntoView') && data.scrollIntoView) {
          const id = data.scrollIntoView;
          queueMicrotask(() => {
            scrollIntoView(id);
          });
        }
      },
      attached() {
        setTimeout(restore, 0);
      },
      node: () => ({
        scrollTo,
        scrollIntoView: (selector: string) => {
          scrollIntoView(selector.replace(/^#/, ''));
        },
      }),
    };
  },
};
