import { drawnDomOf, frameOf, type GlassComponent } from './glass';

interface Options {
  thresholds?: number[];
}

type Margins = Partial<Record<'left' | 'top' | 'right' | 'bottom', number>>;

/** WeChat's intersection observer of one element; its viewport is the page's frame. */
export function createIntersectionObserver(scope: GlassComponent, { thresholds = [0] }: Options = {}) {
  let observer: IntersectionObserver | undefined;
  let margins: Margins = {};
  const api = {
    relativeToViewport(by: Margins = {}) {
      margins = by;
      return api;
    },
    observe(selector: string, callback: (result: unknown) => void) {
      const element = scope.getShadowRoot()?.querySelector(selector);
      const dom = element ? drawnDomOf(element) : undefined;
      if (!dom || !element) return;
      const tell = (entries: IntersectionObserverEntry[]) => {
        for (const entry of entries)
          callback({ id: element.id, dataset: { ...element.dataset }, ...describe(entry) });
      };
      const rootMargin = (['top', 'right', 'bottom', 'left'] as const)
        .map((side) => `${String(margins[side] ?? 0)}px`)
        .join(' ');
      observer = new IntersectionObserver(tell, { root: frameOf(dom), rootMargin, threshold: thresholds });
      observer.observe(dom);
    },
    disconnect() {
      observer?.disconnect();
    },
  };
  return api;
}

function describe({
  boundingClientRect,
  intersectionRatio,
  intersectionRect,
  rootBounds,
}: IntersectionObserverEntry) {
  const from = rootBounds ?? new DOMRect();
  const shift = (rect: DOMRectReadOnly) => ({
    left: rect.left - from.left,
    top: rect.top - from.top,
    right: rect.right - from.left,
    bottom: rect.bottom - from.top,
    width: rect.width,
    height: rect.height,
  });
  return {
    intersectionRatio,
    intersectionRect: shift(intersectionRect),
    boundingClientRect: shift(boundingClientRect),
    relativeRect: shift(from),
    time: Date.now(),
  };
}
