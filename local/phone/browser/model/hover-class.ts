import * as glassEasel from 'glass-easel';
import { domOf, type GlassElement } from './glass';

const SEGMENT = 3 as glassEasel.StyleSegmentIndex;
const DEFAULTS: Record<string, { name: string; stayMs: number }> = {
  button: { name: 'button-hover', stayMs: 70 },
};

/** Gives the pressed element its `hover-class`, shortly after the touch so that scrolling does not flash. */
export class HoverClass {
  private start: ReturnType<typeof setTimeout> | undefined;
  private leave: (() => void) | undefined;

  begin(target: GlassElement): void {
    this.end();
    const found = findHover(target);
    if (!found) return;
    const { element, name, stayMs } = found;
    this.start = setTimeout(() => {
      element.toggleNodeClass(name, true, SEGMENT);
      this.leave = () => {
        setTimeout(() => {
          element.toggleNodeClass(name, false, SEGMENT);
        }, stayMs);
      };
    }, 20);
  }

  end(): void {
    clearTimeout(this.start);
    this.leave?.();
    this.leave = undefined;
  }
}

function findHover(
  target: GlassElement,
): { element: GlassElement; name: string; stayMs: number } | undefined {
  for (let element: GlassElement | null = target; element; element = element.getComposedParent()) {
    const native = element.asNativeNode();
    if (!native || domOf(native)?.hasAttribute('disabled')) continue;
    const fallback = DEFAULTS[native.is];
    const given = native.getAttribute('hover-class');
    const name = typeof given === 'string' && given !== '' ? given : fallback?.name;
    if (name === 'none') return undefined;
    if (name === undefined) continue;
    const stay = Number(native.getAttribute('hover-stay-time') ?? fallback?.stayMs ?? 400);
    return { element: native, name: name.trim(), stayMs: Number.isFinite(stay) ? stay : 400 };
  }
  return undefined;
}
