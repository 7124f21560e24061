import type { ElementContext, ElementDefinition, ElementView } from '../model/external-element';

interface SwiperData {
  current: number;
  autoplay: boolean;
  interval: number;
  duration: number;
  circular: boolean;
  vertical: boolean;
  indicatorDots: boolean;
  indicatorColor: string;
  indicatorActiveColor: string;
  previousMargin: string;
  nextMargin: string;
  displayMultipleItems: number;
}

/** `<swiper>`: one slide at a time, dragged by touch or mouse. */
export const swiper: ElementDefinition<SwiperData> = {
  tag: 'swiper',
  properties: {
    current: { type: Number, value: 0 },
    autoplay: { type: Boolean, value: false },
    interval: { type: Number, value: 5000 },
    duration: { type: Number, value: 500 },
    circular: { type: Boolean, value: false },
    vertical: { type: Boolean, value: false },
    indicatorDots: { type: Boolean, value: false },
    indicatorColor: { type: String, value: 'rgba(0, 0, 0, .3)' },
    indicatorActiveColor: { type: String, value: '#000000' },
    previousMargin: { type: String, value: '0px' },
    nextMargin: { type: String, value: '0px' },
    displayMultipleItems: { type: Number, value: 1 },
  },
  mount: (context) => new Swiper(context),
};

export const swiperItem: ElementDefinition<{ itemId: string }> = {
  tag: 'swiper-item',
  properties: { itemId: { type: String, value: '' } },
  mount: () => ({ update: () => undefined }),
};

interface Point {
  clientX: number;
  clientY: number;
}

/** From where a slide is dragged, how far, and whether that is along the slides. */
interface Drag {
  start: Point;
  offset: number;
  isAlong: boolean;
}

/** A movement shorter than this may still become a tap or a scroll of the page. */
const UNDECIDED_PX = 10;

class Swiper implements ElementView {
  readonly slot = document.createElement('div');
  private readonly dots = document.createElement('div');
  private readonly observer = new MutationObserver(() => {
    this.drawDots();
  });
  private drag: Drag | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly context: ElementContext<SwiperData>) {
    const { slot, dots } = this;
    slot.className = 'wx-swiper-track';
    dots.className = 'wx-swiper-dots';
    dots.setAttribute('aria-hidden', 'true');
    context.host.append(slot, dots);
    this.listen(context.host);
  }

  update(changed?: ReadonlySet<string>): void {
    const { vertical, previousMargin, nextMargin } = this.context.data;
    this.place(0, Boolean(changed?.has('current')));
    this.context.host.style.padding = vertical
      ? `${previousMargin} 0 ${nextMargin}`
      : `0 ${nextMargin} 0 ${previousMargin}`;
    this.drawDots();
    if (!changed || changed.has('autoplay') || changed.has('interval')) this.playOn();
  }

  attached(): void {
    this.observer.observe(this.slot, { childList: true });
    document.addEventListener('mousemove', this.onMouseMove);
    document.addEventListener('mouseup', this.onEnd);
  }

  detached(): void {
    this.observer.disconnect();
    clearInterval(this.timer);
    document.removeEventListener('mousemove', this.onMouseMove);
    document.removeEventListener('mouseup', this.onEnd);
  }

  private get count(): number {
    return this.slot.childElementCount;
  }

  private listen(host: HTMLElement): void {
    const onTouch = (event: TouchEvent) => {
      const [touch] = event.touches;
      if (!touch) return;
      if (event.type === 'touchstart') this.begin(touch);
      else this.move(event, touch);
    };
    host.addEventListener('touchstart', onTouch, { passive: true });
    host.addEventListener('touchmove', onTouch, { passive: false });
    host.addEventListener('touchend', this.onEnd);
    host.addEventListener('touchcancel', this.onEnd);
    host.addEventListener('mousedown', (event) => {
      this.begin(event);
    });
  }

  private place(offset: number, animated: boolean): void {
    const { current, vertical, duration } = this.context.data;
    const { style } = this.slot;
    style.transition = animated ? `transform ${String(duration)}ms ease` : 'none';
    style.flexDirection = vertical ? 'column' : 'row';
    const shift = `calc(${String(-current * 100)}% + ${String(offset)}px)`;
    style.transform = vertical ? `translateY(${shift})` : `translateX(${shift})`;
  }

  private drawDots(): void {
    const { indicatorDots, indicatorColor, indicatorActiveColor, current } = this.context.data;
    this.dots.hidden = !indicatorDots;
    this.dots.replaceChildren(
      ...Array.from({ length: this.count }, (_, index) => {
        const dot = document.createElement('i');
        dot.style.backgroundColor = index === current ? indicatorActiveColor : indicatorColor;
        return dot;
      }),
    );
  }

  private go(target: number, source: 'touch' | 'autoplay'): void {
    const { context, count } = this;
    const { circular, current, duration } = context.data;
    const wrapped = circular
      ? (target + count) % Math.max(1, count)
      : Math.min(Math.max(target, 0), count - 1);
    if (wrapped !== current) {
      context.setData({ current: wrapped });
      context.emit('change', { current: wrapped, currentItemId: '', source });
      setTimeout(() => {
        context.emit('animationfinish', { current: wrapped, currentItemId: '', source });
      }, duration);
    }
    this.place(0, true);
  }

  private playOn(): void {
    const { context } = this;
    clearInterval(this.timer);
    if (!context.data.autoplay) return;
    this.timer = setInterval(() => {
      const next = context.data.current + 1;
      this.go(next >= this.count ? 0 : next, 'autoplay');
    }, context.data.interval);
  }

  private begin(start: Point): void {
    clearInterval(this.timer);
    this.drag = { start, offset: 0, isAlong: false };
  }

  private move(event: Event, point: Point): void {
    const { drag } = this;
    if (!drag) return;
    const [right, down] = [point.clientX - drag.start.clientX, point.clientY - drag.start.clientY];
    const [along, across] = this.context.data.vertical ? [down, right] : [right, down];
    if (!drag.isAlong) {
      if (Math.abs(across) > UNDECIDED_PX && Math.abs(across) > Math.abs(along)) {
        this.drag = undefined;
        return;
      }
      if (Math.abs(along) < UNDECIDED_PX) return;
      drag.isAlong = true;
    }
    drag.offset = along;
    if (event.cancelable) event.preventDefault();
    this.place(along, false);
  }

  private readonly onMouseMove = (event: MouseEvent): void => {
    this.move(event, event);
  };

  private readonly onEnd = (): void => {
    if (!this.drag) return;
    const { offset } = this.drag;
    this.drag = undefined;
    const { host, data } = this.context;
    const size = data.vertical ? host.clientHeight : host.clientWidth;
    if (Math.abs(offset) > size / 4) this.go(data.current + (offset < 0 ? 1 : -1), 'touch');
    else this.place(0, true);
    this.playOn();
  };
}
