import path from 'node:path';
import simulate from 'miniprogram-simulate';

const builtFolder = path.join(__dirname, '../../dist/miniprogram');

/** The parts of a simulated component that tests use. */
interface SimulatedComponent {
  dom: { textContent: string };
  attach(parent: unknown): void;
  querySelector(selector: string): { dispatchEvent(name: string): void } | undefined;
  addEventListener(name: string, listener: (event: { detail: unknown }) => void): void;
}

/** A component on the page, as a person meets it. */
export interface RenderedComponent {
  readonly text: string;
  /** Taps, and waits until the tap has been handled. */
  tap(selector: string): Promise<void>;
  /** Details of the events of this name from now on. */
  listen(name: string): unknown[];
}

/**
 * Registers a built component, compiled by WeChat's template compiler. Call it once a test file: a second registration of
 * the same files finds their scripts already run.
 */
export function loadComponent(component: string): string {
  Object.assign(globalThis, { getApp: () => ({}), getCurrentPages: () => [] });
  return simulate.load(path.join(builtFolder, component), 'tested', {
    rootPath: builtFolder,
    compiler: 'official',
  });
}

/** Puts a loaded component with these properties into the document. */
export function renderComponent(id: string, properties: Record<string, unknown>): RenderedComponent {
  const component = simulate.render(id, properties) as unknown as SimulatedComponent;
  component.attach((globalThis as unknown as { document: { body: unknown } }).document.body);
  return {
    get text() {
      return component.dom.textContent;
    },
    async tap(selector) {
      const target = component.querySelector(selector);
      if (target === undefined) throw new Error(`Nothing to tap at ${selector}`);
      target.dispatchEvent('tap');
      await simulate.sleep(0);
    },
    listen(name) {
      const details: unknown[] = [];
      component.addEventListener(name, ({ detail }) => details.push(detail));
      return details;
    },
  };
}
