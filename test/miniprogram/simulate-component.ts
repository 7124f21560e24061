import path from 'node:path';
import simulate from 'miniprogram-simulate';

const builtFolder = path.join(__dirname, '../../dist/miniprogram');

/** An element as miniprogram-simulate describes it; attributes that came from an empty binding have no value. */
interface DescribedElement {
  attrs: { name: string; value?: unknown }[];
  children: (DescribedElement | string)[];
}

/** The parts of a simulated component that tests use. */
interface SimulatedComponent {
  dom: { textContent: string };
  toJSON(): DescribedElement;
  attach(parent: unknown): void;
  setData(data: Record<string, unknown>): void;
  querySelector(selector: string): { dispatchEvent(name: string): void } | undefined;
  addEventListener(name: string, listener: (event: { detail: unknown }) => void): void;
}

/** What a screen reader is told of an element. */
interface SpokenElement {
  role: unknown;
  label?: unknown;
  isChosen?: unknown;
  text: string;
}

function textOf(element: DescribedElement | string): string {
  return typeof element === 'string' ? element : element.children.map(textOf).join('');
}

function spokenIn(element: DescribedElement): SpokenElement[] {
  const { ariaRole, ariaLabel, ariaChecked, ariaSelected } = Object.fromEntries(
    element.attrs.map(({ name, value }) => [name, value]),
  );
  const isChosen = ariaChecked ?? ariaSelected;
  const inner = element.children.flatMap((child) => (typeof child === 'string' ? [] : spokenIn(child)));
  if (ariaRole === undefined || ariaRole === '') return inner;
  const spoken = {
    role: ariaRole,
    ...(ariaLabel === undefined ? {} : { label: ariaLabel }),
    ...(isChosen === undefined ? {} : { isChosen }),
    text: textOf(element),
  };
  return [spoken, ...inner];
}

/** A component on the page, as a person meets it. */
export interface RenderedComponent {
  readonly text: string;
  /** The elements that have a role, from the outside in. */
  readonly spoken: SpokenElement[];
  /** Gives it other properties. */
  change(properties: Record<string, unknown>): void;
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
    get spoken() {
      return spokenIn(component.toJSON());
    },
    change(properties) {
      component.setData(properties);
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

/** Registers a component around a loaded one, so that something can be put into its slot. */
export function loadAround(id: string, template: string, data: Record<string, unknown>): string {
  return simulate.load({ template, usingComponents: { tested: id }, data } as never) as string;
}
