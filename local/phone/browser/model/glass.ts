import * as glassEasel from 'glass-easel';

export type GlassElement = glassEasel.Element;
export type GlassComponent = glassEasel.GeneralComponent;

/** A DOM node that the component framework made, or one inside it. */
type LinkedNode = Node & { __wxElement?: GlassElement };

/** Events hand out the `this` of a component's methods; this is the element behind it. */
export function elementOf(target: unknown): GlassElement {
  return glassEasel.Element.isElement(target) ? target : (target as { _$: GlassElement })._$;
}

export function domOf(element: GlassElement): HTMLElement | undefined {
  return (element.getBackendElement() as unknown as HTMLElement | null) ?? undefined;
}

/** The DOM node of an element; a component without a host is represented by the first node it draws. */
export function drawnDomOf(element: GlassElement): HTMLElement | undefined {
  const own = domOf(element);
  if (own) return own;
  const root: glassEasel.Element = glassEasel.Component.isComponent(element)
    ? (element.getShadowRoot() ?? element)
    : element;
  for (const child of root.getComposedChildren()) {
    if (!glassEasel.Element.isElement(child)) continue;
    const dom = drawnDomOf(child);
    if (dom) return dom;
  }
  return undefined;
}

/** The framework's element that a DOM node belongs to. */
export function elementAt(node: EventTarget | null): GlassElement | undefined {
  let current = node as LinkedNode | null;
  while (current && !current.__wxElement) current = current.parentNode;
  return current?.__wxElement;
}

export function frameOf(dom: Element): HTMLElement | null {
  return dom.closest<HTMLElement>('.phone-frame');
}
