import * as glassEasel from 'glass-easel';
import type { DrawnTag } from '../../built-in-tags';
import type { GlassComponent } from './glass';

/** What a built-in element shows and how it takes part in forms and labels. */
export interface ElementView {
  /** Where the children of the element go; its host when absent. */
  slot?: HTMLElement;
  /** The node that carries aria attributes; the host when absent. */
  ariaTarget?: HTMLElement;
  /** Draws the properties again; `changed` is absent the first time. */
  update(changed?: ReadonlySet<string>): void;
  /** What a tap on the element, or on its label, or Enter and Space do. */
  activate?(): void;
  attached?(): void;
  detached?(): void;
  formValue?(): unknown;
  resetFormValue?(): void;
  /** What `SelectorQuery` answers for the field `node`. */
  node?(): unknown;
}

export interface ElementContext<Data> {
  readonly host: HTMLElement;
  readonly component: GlassComponent;
  readonly data: Data;
  setData(data: Partial<Data>): void;
  emit(name: string, detail?: unknown, options?: { bubbles?: boolean }): void;
}

type PropertyKind =
  StringConstructor | NumberConstructor | BooleanConstructor | ArrayConstructor | ObjectConstructor | null;

export interface ElementDefinition<Data> {
  tag: DrawnTag;
  /** The properties with their defaults. */
  properties: { [Name in keyof Data]: { type: PropertyKind; value: Data[Name] } };
  mount(context: ElementContext<Data>): ElementView;
}

const views = new WeakMap<object, ElementView>();

export function viewOf(component: object): ElementView | undefined {
  return views.get(component);
}

const CHILD_METHODS = ['appendChild', 'insertBefore', 'removeChild', 'replaceChild'] as const;

/** Registers a built-in element: real DOM inside, the framework's properties and events outside. */
export function registerElement<Data>(
  space: glassEasel.ComponentSpace,
  definition: ElementDefinition<Data>,
): void {
  const component = space.defineComponent({
    is: `wx://${definition.tag}`,
    options: {
      externalComponent: true,
      templateEngine: { create: () => ({ createInstance: createInstance(definition) }) },
    },
    properties: definition.properties as never,
    lifetimes: {
      attached() {
        viewOf(this)?.attached?.();
      },
      detached() {
        viewOf(this)?.detached?.();
      },
    },
  });
  space.setGlobalUsingComponent(definition.tag, component.general());
}

function createInstance<Data>(definition: ElementDefinition<Data>) {
  return (component: GlassComponent): glassEasel.templateEngine.TemplateInstance => {
    const backendElement = component.getBackendElement();
    if (!backendElement) throw new Error(`<${definition.tag}> has no node`);
    const host = backendElement as unknown as HTMLElement;
    let view: ElementView | undefined;
    return {
      shadowRoot: {
        root: backendElement,
        slot: backendElement,
        getIdMap: () => ({}),
        handleEvent: () => undefined,
        setListener: () => undefined,
      },
      initValues() {
        view = definition.mount({
          host,
          component,
          get data() {
            return component.data as Data;
          },
          setData(data) {
            component.setData(data as Record<string, unknown>);
          },
          emit(name, detail = {}, options = {}) {
            component.triggerEvent(name, detail, options);
          },
        });
        views.set(component, view);
        if (view.slot) forwardChildren(host, view.slot);
        view.update();
      },
      updateValues(_data, changes) {
        view?.update(new Set(changes.map(([path]) => String(path[0]))));
      },
    };
  };
}

/** Content that reaches the element through a nested slot is given to its host; it belongs into the slot. */
function forwardChildren(host: HTMLElement, slot: HTMLElement): void {
  for (const method of CHILD_METHODS) {
    const forward = slot[method].bind(slot) as (...nodes: Node[]) => Node;
    Object.defineProperty(host, method, { value: forward });
  }
}
