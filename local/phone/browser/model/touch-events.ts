import * as glassEasel from 'glass-easel';
import { activateElement } from './activate-element';
import { elementAt, frameOf, type GlassElement } from './glass';
import { HoverClass } from './hover-class';
import type { PhoneBackend } from './phone-backend';

const TAP_DISTANCE_PX = 10;
const LONG_PRESS_MS = 350;
const MOUSE_SILENCE_AFTER_TOUCH_MS = 800;
const MOUSE_ID = -1;

interface Point {
  identifier: number;
  clientX: number;
  clientY: number;
}

interface Gesture {
  node: EventTarget;
  element: GlassElement;
  start: Point;
  isTap: boolean;
  longPress: ReturnType<typeof setTimeout>;
}

/**
 * Turns the browser's touches, mouse and keyboard into WeChat's touch events, taps and long presses. A touchmove is
 * kept from scrolling only when a handler caught it; a touchend never loses its default, or fields would lose focus.
 */
export class TouchEvents {
  private readonly gestures = new Map<number, Gesture>();
  private readonly hover = new HoverClass();
  private lastTouchAt = -Infinity;
  private lastTapAt = -Infinity;
  private mouseIsDown = false;

  constructor(
    private readonly screen: HTMLElement,
    private readonly backend: PhoneBackend,
  ) {}

  /** Before anything on the page: whatever a touch means is decided here. */
  listen(): void {
    const onTouch = (event: TouchEvent) => {
      this.onTouch(event);
    };
    for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const)
      document.addEventListener(type, onTouch, { capture: true, passive: false });
    const onMouse = (event: MouseEvent) => {
      this.onMouse(event);
    };
    for (const type of ['mousedown', 'mousemove', 'mouseup'] as const)
      document.addEventListener(type, onMouse, true);
    const onClick = (event: MouseEvent) => {
      this.onClick(event);
    };
    document.addEventListener('click', onClick, true);
    document.addEventListener('keydown', (event) => {
      this.onKey(event);
    });
    const forward = (event: Event) => {
      this.forward(event);
    };
    for (const type of ['transitionend', 'animationstart', 'animationiteration', 'animationend'])
      document.addEventListener(type, forward, true);
  }

  private onTouch(event: TouchEvent): void {
    if (!this.isOnScreen(event.target)) return;
    this.lastTouchAt = event.timeStamp;
    const changed = [...event.changedTouches];
    const all = [...event.touches];
    if (event.type === 'touchstart') for (const touch of changed) this.begin(touch, event.target);
    const prevented = this.dispatchTouch(event.type, event.target, all, changed);
    if (event.type === 'touchmove') {
      for (const touch of changed) this.move(touch);
      if (prevented && event.cancelable) event.preventDefault();
    } else if (event.type === 'touchend') {
      for (const touch of changed) this.end(touch);
    } else if (event.type === 'touchcancel') {
      for (const touch of changed) this.cancel(touch.identifier);
    }
  }

  private onMouse(event: MouseEvent): void {
    if (event.timeStamp - this.lastTouchAt < MOUSE_SILENCE_AFTER_TOUCH_MS) return;
    const point: Point = { identifier: MOUSE_ID, clientX: event.clientX, clientY: event.clientY };
    if (event.type === 'mousedown') {
      if (event.button !== 0 || !this.isOnScreen(event.target)) return;
      this.mouseIsDown = true;
      this.begin(point, event.target);
      this.dispatchTouch('touchstart', event.target, [point], [point]);
      return;
    }
    const node = this.gestures.get(MOUSE_ID)?.node ?? null;
    if (!this.mouseIsDown || !node) return;
    if (event.type === 'mousemove') {
      this.dispatchTouch('touchmove', node, [point], [point]);
      this.move(point);
    } else {
      this.mouseIsDown = false;
      this.dispatchTouch('touchend', node, [], [point]);
      this.end(point);
    }
  }

  /** Assistive technology clicks without touching. */
  private onClick(event: MouseEvent): void {
    if (event.detail !== 0 || !this.isOnScreen(event.target)) return;
    if (event.timeStamp - this.lastTapAt < MOUSE_SILENCE_AFTER_TOUCH_MS) return;
    const element = elementAt(event.target);
    if (element)
      this.tap(
        element,
        { identifier: MOUSE_ID, clientX: event.clientX, clientY: event.clientY },
        event.target,
      );
  }

  private onKey(event: KeyboardEvent): void {
    const { target } = event;
    if (event.key !== 'Enter' && event.key !== ' ') return;
    if (
      !(target instanceof HTMLElement) ||
      !this.isOnScreen(target) ||
      event.defaultPrevented ||
      event.repeat
    )
      return;
    if (target.tabIndex < 0 || /^(INPUT|TEXTAREA|SELECT|BUTTON)$/.test(target.tagName)) return;
    const element = elementAt(target);
    if (!element) return;
    event.preventDefault();
    const { left, top, width, height } = target.getBoundingClientRect();
    this.tap(element, { identifier: MOUSE_ID, clientX: left + width / 2, clientY: top + height / 2 }, target);
  }

  private begin(point: Point, node: EventTarget | null): void {
    const element = elementAt(node);
    if (!element || !node) return;
    this.cancel(point.identifier);
    const gesture: Gesture = {
      node,
      element,
      start: point,
      isTap: true,
      longPress: setTimeout(() => {
        this.pressLong(gesture);
      }, LONG_PRESS_MS),
    };
    this.gestures.set(point.identifier, gesture);
    this.hover.begin(element);
  }

  private move(point: Point): void {
    const gesture = this.gestures.get(point.identifier);
    if (!gesture?.isTap) return;
    const { start } = gesture;
    const distance = Math.max(
      Math.abs(point.clientX - start.clientX),
      Math.abs(point.clientY - start.clientY),
    );
    if (distance <= TAP_DISTANCE_PX) return;
    gesture.isTap = false;
    clearTimeout(gesture.longPress);
    this.hover.end();
  }

  private end(point: Point): void {
    const gesture = this.gestures.get(point.identifier);
    if (!gesture) return;
    this.gestures.delete(point.identifier);
    clearTimeout(gesture.longPress);
    this.hover.end();
    if (gesture.isTap) this.tap(gesture.element, point, gesture.node);
  }

  private cancel(identifier: number): void {
    const gesture = this.gestures.get(identifier);
    if (!gesture) return;
    clearTimeout(gesture.longPress);
    this.gestures.delete(identifier);
    this.hover.end();
  }

  private tap(element: GlassElement, point: Point, node: EventTarget | null): void {
    if (node instanceof Element && node.closest('wx-button[disabled]')) return;
    this.lastTapAt = performance.now();
    const touch = toTouch(point, node);
    const detail = { x: touch.pageX, y: touch.pageY };
    dispatch(element, 'tap', detail, { touches: [touch], changedTouches: [touch] });
    if (node instanceof Node) activateElement(node);
  }

  private pressLong({ node, element, start }: Gesture): void {
    const touch = toTouch(start, node);
    const detail = { x: touch.pageX, y: touch.pageY };
    const extra = { touches: [touch], changedTouches: [touch] };
    dispatch(element, 'longpress', detail, extra);
    dispatch(element, 'longtap', detail, extra);
    const gesture = this.gestures.get(start.identifier);
    for (let current = node as Node | null; current && gesture; current = current.parentNode) {
      if (this.backend.longPressNodes.has(current)) gesture.isTap = false;
    }
  }

  private dispatchTouch(type: string, node: EventTarget | null, all: Point[], changed: Point[]): boolean {
    const element = elementAt(node);
    if (!element) return false;
    const touches = all.map((point) => toTouch(point, node));
    return dispatch(
      element,
      type,
      {},
      { touches, changedTouches: changed.map((point) => toTouch(point, node)) },
    );
  }

  private forward(event: Event): void {
    const element = this.isOnScreen(event.target) ? elementAt(event.target) : undefined;
    if (element) dispatch(element, event.type, {}, {});
  }

  private isOnScreen(target: EventTarget | null): boolean {
    return target instanceof Node && this.screen.contains(target);
  }
}

function dispatch(
  element: GlassElement,
  type: string,
  detail: unknown,
  extraFields: Record<string, unknown>,
): boolean {
  const event = new glassEasel.Event(type, detail, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields,
  });
  element.dispatchEvent(event);
  return event.defaultPrevented();
}

/** Coordinates count from the page's frame, as if the phone were the whole screen. */
function toTouch({ identifier, clientX, clientY }: Point, node: EventTarget | null) {
  const frame = node instanceof Element ? frameOf(node) : null;
  const { left, top } = frame?.getBoundingClientRect() ?? { left: 0, top: 0 };
  const scrollTop = frame?.querySelector(':scope > .phone-scroller')?.scrollTop ?? 0;
  const x = clientX - left;
  const y = clientY - top;
  const canvas = node instanceof Element ? node.closest('wx-canvas')?.getBoundingClientRect() : undefined;
  return {
    identifier,
    clientX: x,
    clientY: y,
    pageX: x,
    pageY: y + scrollTop,
    force: 1,
    ...(canvas ? { x: clientX - canvas.left, y: clientY - canvas.top } : {}),
  };
}
