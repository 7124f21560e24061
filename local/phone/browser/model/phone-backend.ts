import * as glassEasel from 'glass-easel';
import { nextFrame } from './next-frame';

/**
 * Draws the framework's elements as DOM nodes named `wx-…`, so that browser styles of `<button>` or `<input>` never
 * apply. Events do not come through here: the touch layer dispatches them.
 */
export class PhoneBackend extends glassEasel.CurrentWindowBackendContext {
  /** Nodes that listen for a long press; elsewhere a long touch still ends in a tap. */
  readonly longPressNodes = new WeakSet<Node>();

  constructor() {
    super();
    this.document = {
      createElement: (tag: string) => createElement(tag),
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    } as unknown as typeof this.document;
  }

  override onEvent(): void {
    // The touch layer listens on the document.
  }

  override setListenerStats(element: unknown, type: string): void {
    if (element instanceof Node && (type === 'longpress' || type === 'longtap'))
      this.longPressNodes.add(element);
  }

  override render(callback: (error: Error | null) => void): void {
    nextFrame(() => {
      callback(null);
    });
  }
}

function createElement(tag: string): HTMLElement {
  const element = document.createElement(`wx-${tag}`);
  if (tag === 'button') {
    element.setAttribute('role', 'button');
    element.tabIndex = 0;
  }
  return element;
}
