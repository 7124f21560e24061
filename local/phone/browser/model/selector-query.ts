import { viewOf } from './external-element';
import { drawnDomOf, frameOf, type GlassComponent, type GlassElement } from './glass';

interface Fields {
  size?: boolean;
  node?: boolean;
  rect?: boolean;
}

type Result = Record<string, unknown>;
type Callback = (result: Result | Result[] | null) => void;

const RECT: Fields = { rect: true, size: true };

/** `createSelectorQuery`: rectangles are measured from the page's frame, and the viewport is the page's scroller. */
export class SelectorQuery {
  private readonly tasks: { run: () => Result | Result[] | null; callback?: Callback }[] = [];

  constructor(private readonly scope: GlassComponent) {}

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
    return new NodesRef(this, (fields) => readViewport(this.scope, fields));
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
    return this.scope.getShadowRoot();
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
}

function read(element: GlassElement, fields: Fields): Result {
  const dom = drawnDomOf(element);
  return {
    id: element.id,
    dataset: { ...element.dataset },
    ...(dom ? measure(dom, fields) : {}),
    ...(fields.node ? { node: viewOf(element)?.node?.() ?? null } : {}),
  };
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

function readViewport(scope: GlassComponent, fields: Fields): Result {
  const dom = drawnDomOf(scope);
  const frame = dom ? frameOf(dom) : null;
  const { clientWidth: width = 0, clientHeight: height = 0 } = frame ?? {};
  return {
    id: '',
    dataset: {},
    ...(fields.rect ? { left: 0, top: 0, right: width, bottom: height } : {}),
    ...(fields.size ? { width, height } : {}),
  };
}
