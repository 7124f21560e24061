import * as glassEasel from 'glass-easel';
import { toPhoneUnits } from '../../phone-units';
import { playAnimation } from './play-animation';
import { domOf, drawnDomOf, type GlassElement } from './glass';
import { viewOf } from './external-element';
import { wrapMethod } from './wrap-method';

/** Roles that a person operates: they take the keyboard's focus. */
const OPERABLE_ROLES = new Set([
  'button',
  'link',
  'checkbox',
  'radio',
  'switch',
  'tab',
  'option',
  'menuitem',
]);

/** Makes attributes, styles and data-testid of templates mean in the DOM what they mean in WeChat. */
export function translateAttributes(): void {
  const { prototype } = glassEasel.Element;
  wrapMethod(prototype, 'setAttribute', (element: GlassElement, original, name: string, value: unknown) => {
    if (!setPhoneAttribute(element, name, value)) original(name, value);
  });
  wrapMethod(prototype, 'setNodeStyle', (_element, original, style: string, segment?: number) => {
    original(toPhoneUnits(style), segment);
  });
  wrapMethod(prototype, 'setDataset', (element: GlassElement, original, name: string, value: unknown) => {
    original(name, value);
    if (name === 'testid') drawnDomOf(element)?.setAttribute('data-testid', String(value));
  });
}

/** Sets what is no property of a component: WeChat accepts `hidden` and aria attributes on every element. */
export function setPhoneAttribute(element: GlassElement, name: string, value: unknown): boolean {
  const dom = domOf(element);
  if (name.startsWith('aria-')) {
    const target = glassEasel.Component.isComponent(element) ? (viewOf(element)?.ariaTarget ?? dom) : dom;
    if (target) setAria(target, name, value);
    return true;
  }
  if (name === 'hidden') {
    dom?.toggleAttribute('hidden', Boolean(value));
    return true;
  }
  if (name === 'animation') {
    if (dom) playAnimation(dom, value);
    return true;
  }
  if (name === 'disabled' && dom?.getAttribute('role') === 'button') {
    setAria(dom, 'aria-disabled', Boolean(value));
    dom.toggleAttribute('disabled', Boolean(value));
    return true;
  }
  return false;
}

function setAria(dom: HTMLElement, name: string, value: unknown): void {
  const attribute = name === 'aria-role' ? 'role' : name;
  const text = ariaText(name, value);
  if (attribute !== 'role') {
    if (text === undefined) dom.removeAttribute(attribute);
    else dom.setAttribute(attribute, text);
  } else if (text !== undefined && !(dom instanceof HTMLInputElement)) {
    dom.setAttribute('role', text);
    if (OPERABLE_ROLES.has(text) && !dom.hasAttribute('tabindex')) dom.tabIndex = 0;
  }
}

/** `aria-hidden` without a value hides; every other empty attribute is none. */
function ariaText(name: string, value: unknown): string | undefined {
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  if (value === '') return name === 'aria-hidden' ? 'true' : undefined;
  return name === 'aria-role' && value === 'image' ? 'img' : value;
}
