import { onTapOf } from '../model/activate-element';
import { viewOf } from '../model/external-element';
import { elementAt } from '../model/glass';

const CONTROLS = 'wx-switch,wx-input,wx-textarea';

/** A tap on a label operates the control it names with `for`, or the first one inside it. */
export function activateLabelledControls(): void {
  onTapOf('label', (label) => {
    const id = elementAt(label)?.getAttribute('for');
    const owner = elementAt(label)?.ownerShadowRoot;
    const named = typeof id === 'string' && id !== '' ? owner?.querySelector(`#${id}`) : undefined;
    const inside = label.querySelector(CONTROLS);
    const control = named ?? (inside ? elementAt(inside) : undefined);
    if (!control) return false;
    viewOf(control)?.activate?.();
    return true;
  });
}
