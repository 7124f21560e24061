import { viewOf } from './external-element';
import { drawnDomOf, componentOf, frameOf, type GlassComponent, type GlassElement } from './glass';

interface Fields {
  id?: boolean;
  dataset?: boolean;
  mark?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  properties?: string[];
  computedStyle?: string[];
  context?: boolean;
  node?: boolean;
}

type Result = Record<string, unknown>;
type Callback = (result: Result | Result[] | null) => void;

const RECT: Fields = { id: true, dataset: true, rect: true, size: true };
const SCROLL: Fields = { id: true, dataset: true, scrollOffset: true };

/** `createSelectorQuery`: rectangles are measured from the page's frame, and the viewport is the page's scroller. */
export class SelectorQuery {
  private readonly tasks: { run: () => Result | Result[] | null; callback?: Callback }[] = [];

  constructor(private scope: () => GlassComponent | undefined) {}

  in(component: unknown): this {
    this.scope = () => componentOf(component);
    return this;
  }

  select(selector: string): NodesRef {
    return new NodesRef(this, (fields) => {
      const found = this.root()?.querySelector(selector);
      return found ? read(found, fields) : null;
    });
  }

  selectAll(selector: string): NodesRef {
    return new NodesRef(this, (fields) =>
      (this.root()?.querySelectorAll(selector) ?? []).map((found) => read(found, fields)),
    );
  }

  selectViewport(): NodesRef {
    return new NodesRef(this, (fields) => readViewport(this.scope(), fields));
  }

  exec(callback?: (results: unknown[]) => void): this {
    const tasks = this.tasks.splice(0);
    queueMicrotask(() => {
      const results = tasks.map((task) => {
        const result = task.run();
        task.callback?.(result);
        return result;
      });
      callback?.(results);
    });
    return this;
  }

  add(run: () => Result | Result[] | null, callback?: Callback): this {
    this.tasks.push(callback ? { run, callback } : { run });
    return this;
  }

  private root(): GlassElement | null {
    return this.scope()?.getShadowRoot() ?? null;
  }
}

class NodesRef {
  constructor(
    private readonly query: SelectorQuery,
    private readonly find: (fields: Fields) => Result | Result[] | null,
  ) {}

  fields(fields: Fields, callback?: Callback): SelectorQuery {
    return this.query.add(() => this.find(fields), callback);
  }

  boundingClientRect(callback?: Callback): SelectorQuery {
    return this.fields(RECT, callback);
  }

  scrollOffset(callback?: Callback): SelectorQuery {
    return this.fields(SCROLL, callback);
  }

  context(callback?: Callback): SelectorQuery {
    return this.fields({ context: true }, callback);
  }

  node(callback?: Callback): SelectorQuery {
    return this.fields({ node: true }, callback);
  }
}

function read(element: GlassElement, fields: Fields): Result {
  const dom = drawnDomOf(element);
  const result: Result = {};
  if (fields.id) result.id = element.id;
  if (fields.dataset) result.dataset = { ...element.dataset };
  if (fields.mark) result.mark = { ...element.collectMarks() };
  if (dom) Object.assign(result, measure(dom, fields));
  const view = viewOf(element);
  if (fields.scrollOffset && dom) Object.assign(result, scrollOf(view?.slot ?? dom));
  if (fields.context) result.context = view?.node?.() ?? null;
  if (fields.node) result.node = view?.node?.() ?? null;
  const data = (element as Partial<GlassComponent>).data;
  for (const name of fields.properties ?? []) result[name] = data?.[name] ?? element.getAttribute(name);
  if (fields.computedStyle && dom) {
    const style = getComputedStyle(dom);
    for (const name of fields.computedStyle) {
      result[name] = style.getPropertyValue(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
    }
  }
  return result;
}

function measure(dom: HTMLElement, fields: Fields): Result {
  const rect = dom.getBoundingClientRect();
  const frame = frameOf(dom)?.getBoundingClientRect() ?? new DOMRect();
  return {
    ...(fields.rect
      ? {
          left: rect.left - frame.left,
          top: rect.top - frame.top,
          right: rect.right - frame.left,
          bottom: rect.bottom - frame.top,
        }
      : {}),
    ...(fields.size ? { width: rect.width, height: rect.height } : {}),
  };
}

function readViewport(scope: GlassComponent | undefined, fields: Fields): Result {
  const dom = scope && drawnDomOf(scope);
  const frame = dom
    ? frameOf(dom)
    : document.querySelector<HTMLElement>('.phone-page:not([hidden]) .phone-frame');
  const scroller = frame?.querySelector<HTMLElement>(':scope > .phone-scroller');
  const { clientWidth: width = 0, clientHeight: height = 0 } = frame ?? {};
  return {
    ...(fields.id ? { id: '' } : {}),
    ...(fields.dataset ? { dataset: {} } : {}),
    ...(fields.rect ? { left: 0, top: 0, right: width, bottom: height } : {}),
    ...(fields.size ? { width, height } : {}),
    ...(fields.scrollOffset && scroller ? scrollOf(scroller) : {}),
  };
}

function scrollOf({ scrollLeft, scrollTop, scrollWidth, scrollHeight }: HTMLElement): Result {
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight };
}
