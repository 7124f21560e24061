import { drawnDomOf, frameOf, type GlassComponent } from './glass';

interface Options {
  thresholds?: number[];
  initialRatio?: number;
  observeAll?: boolean;
}

type Margins = Partial<Record<'left' | 'top' | 'right' | 'bottom', number>>;

/** WeChat's intersection observer; its viewport is the page's frame. */
export function createIntersectionObserver(scope: () => GlassComponent | undefined, options: Options = {}) {
  const observers: IntersectionObserver[] = [];
  let reference: string | undefined;
  let margins: Margins = {};
  const api = {
    relativeTo(selector: string, by: Margins = {}) {
      reference = selector;
      margins = by;
      return api;
    },
    relativeToViewport(by: Margins = {}) {
      reference = undefined;
      margins = by;
      return api;
    },
    observe(selector: string, callback: (result: unknown) => void) {
      const root = scope()?.getShadowRoot();
      if (!root) return;
      const found = options.observeAll ? root.querySelectorAll(selector) : [root.querySelector(selector)];
      for (const element of found) {
        const dom = element ? drawnDomOf(element) : undefined;
        if (!dom || !element) continue;
        const relative = reference === undefined ? undefined : root.querySelector(reference);
        const observer = new IntersectionObserver(
          (entries) => {
            for (const entry of entries)
              callback({ id: element.id, dataset: { ...element.dataset }, ...describe(entry) });
          },
          {
            root: relative ? (drawnDomOf(relative) ?? null) : frameOf(dom),
            rootMargin: (['top', 'right', 'bottom', 'left'] as const)
              .map((side) => `${String(margins[side] ?? 0)}px`)
              .join(' '),
            threshold: options.thresholds ?? [0],
          },
        );
        observer.observe(dom);
        observers.push(observer);
      }
    },
    disconnect() {
      for (const observer of observers.splice(0)) observer.disconnect();
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
