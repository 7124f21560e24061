import * as glassEasel from 'glass-easel';
import { toPhoneUnits } from '../../phone-units';
import { domOf, elementOf, frameOf, type GlassComponent, type GlassElement } from './glass';
import { nextFrame } from './next-frame';
import { toWechatEvent } from './wechat-event';

type Handler = (...args: unknown[]) => unknown;

/** Functions of WXS scripts. Templates pass them on as plain values, so they are known by identity. */
const scriptFunctions = new WeakSet();

export function tagScript(exports: unknown): void {
  for (const value of Object.values(exports as object))
    if (typeof value === 'function') scriptFunctions.add(value as Handler);
}

/** Calls a handler the way WeChat does: plain events for pages, descriptors for scripts. */
export function wrapEventListener(
  host: unknown,
  event: glassEasel.ShadowedEvent<unknown>,
  listener: Handler,
): boolean | undefined {
  const plain = toWechatEvent(event);
  if (!scriptFunctions.has(listener)) {
    listener.call(host, plain);
    return undefined;
  }
  const instance = descriptorOf(elementOf(event.currentTarget));
  const result = listener.call(null, { ...plain, instance }, descriptorOf(elementOf(host)));
  return result === false ? false : undefined;
}

/** `change:property` handlers: they start while the subtree is being built, so they wait until it is attached. */
export function filterChangeListener(listener: unknown): unknown {
  return (value: unknown, oldValue: unknown, host: GlassComponent, element: GlassElement) => {
    if (typeof listener !== 'function') return;
    const run = () => {
      (listener as Handler)(value, oldValue, descriptorOf(host), descriptorOf(element));
    };
    if (glassEasel.Element.isAttached(host)) run();
    else queueMicrotask(run);
  };
}

const descriptors = new WeakMap<GlassElement, ComponentDescriptor>();

function descriptorOf(element: GlassElement): ComponentDescriptor {
  let descriptor = descriptors.get(element);
  if (!descriptor) {
    descriptor = new ComponentDescriptor(element);
    descriptors.set(element, descriptor);
  }
  return descriptor;
}

/** What a WXS script may do with an element. */
class ComponentDescriptor {
  private readonly state = {};

  constructor(private readonly element: GlassElement) {}

  selectComponent(selector: string): ComponentDescriptor | null {
    const found = this.root.querySelector(selector);
    return found ? descriptorOf(found) : null;
  }

  selectAllComponents(selector: string): ComponentDescriptor[] {
    return this.root.querySelectorAll(selector).map(descriptorOf);
  }

  /** A style segment of its own, so that the template does not overwrite it. */
  setStyle(style: string | Record<string, string>): this {
    const text =
      typeof style === 'string'
        ? style
        : Object.entries(style)
            .map(
              ([name, value]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`,
            )
            .join(';');
    this.element.setNodeStyle(toPhoneUnits(text), 2);
    return this;
  }

  addClass(name: string): this {
    this.element.toggleNodeClass(name, true, 2);
    return this;
  }

  removeClass(name: string): this {
    this.element.toggleNodeClass(name, false, 2);
    return this;
  }

  hasClass(name: string): boolean {
    const { classList } = this.element;
    return Boolean(classList?.contains(name) ?? classList?.contains(name, 2));
  }

  getDataset(): Record<string, unknown> {
    return this.element.dataset;
  }

  getState(): object {
    return this.state;
  }

  callMethod(name: string, argument?: unknown): void {
    const component = glassEasel.Component.isComponent(this.element)
      ? this.element
      : this.element.ownerShadowRoot?.getHostNode();
    const method = (
      component?.getMethodCaller() as unknown as Record<string, Handler | undefined> | undefined
    )?.[name];
    method?.call(component?.getMethodCaller(), argument);
  }

  triggerEvent(name: string, detail: unknown = {}, options: glassEasel.EventOptions = {}): void {
    this.element.triggerEvent(name, detail, options);
  }

  getBoundingClientRect(): Record<'left' | 'top' | 'right' | 'bottom' | 'width' | 'height', number> {
    const dom = domOf(this.element);
    const rect = dom?.getBoundingClientRect() ?? new DOMRect();
    const frame = (dom && frameOf(dom)?.getBoundingClientRect()) ?? new DOMRect();
    return {
      left: rect.left - frame.left,
      top: rect.top - frame.top,
      right: rect.right - frame.left,
      bottom: rect.bottom - frame.top,
      width: rect.width,
      height: rect.height,
    };
  }

  getComputedStyle(names: string[]): Record<string, string> {
    const dom = domOf(this.element);
    const style = dom ? getComputedStyle(dom) : undefined;
    return Object.fromEntries(names.map((name) => [name, style?.getPropertyValue(name) ?? '']));
  }

  requestAnimationFrame(callback: () => void): void {
    nextFrame(callback);
  }

  private get root(): GlassElement {
    const { element } = this;
    return glassEasel.Component.isComponent(element) ? (element.getShadowRoot() ?? element) : element;
  }
}
