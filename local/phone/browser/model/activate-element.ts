import { elementAt } from './glass';
import { viewOf } from './external-element';

/** What a tap does beyond its event: labels and controls switch, forms submit, buttons share. */
export type TapAction = (dom: HTMLElement) => boolean;

const actions = new Map<string, TapAction[]>();

/** Registers what a tap on a plain element such as a button does. */
export function onTapOf(tag: string, action: TapAction): void {
  const name = `WX-${tag.toUpperCase()}`;
  actions.set(name, [...(actions.get(name) ?? []), action]);
}

/** Runs the action of the nearest element around a tapped node that has one. */
export function activateElement(tapped: Node): void {
  for (let current: Node | null = tapped; current; current = current.parentNode) {
    if (!(current instanceof HTMLElement)) continue;
    const element = elementAt(current);
    const view =
      element && (element.getBackendElement() as unknown) === current ? viewOf(element) : undefined;
    if (view?.activate) {
      view.activate();
      return;
    }
    const node = current;
    if (actions.get(node.tagName)?.some((action) => action(node))) return;
  }
}
