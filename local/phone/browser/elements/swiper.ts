import type { ElementDefinition } from '../model/external-element';

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
  mount(context) {
    const { host } = context;
    const track = document.createElement('div');
    track.className = 'wx-swiper-track';
    const dots = document.createElement('div');
    dots.className = 'wx-swiper-dots';
    dots.setAttribute('aria-hidden', 'true');
    host.append(track, dots);
    let drag: { from: number; offset: number; across: number; isDecided: boolean } | undefined;
    let timer: ReturnType<typeof setInterval> | undefined;

    const count = () => track.childElementCount;
    const size = () => (context.data.vertical ? host.clientHeight : host.clientWidth);
    const place = (offset: number, animated: boolean) => {
      const { current, vertical, duration } = context.data;
      track.style.transition = animated ? `transform ${String(duration)}ms ease` : 'none';
      track.style.flexDirection = vertical ? 'column' : 'row';
      const shift = `calc(${String(-current * 100)}% + ${String(offset)}px)`;
      track.style.transform = vertical ? `translateY(${shift})` : `translateX(${shift})`;
    };
    const drawDots = () => {
      const { indicatorDots, indicatorColor, indicatorActiveColor, current } = context.data;
      dots.hidden = !indicatorDots;
      dots.replaceChildren(
        ...Array.from({ length: count() }, (_, index) => {
          const dot = document.createElement('i');
          dot.style.backgroundColor = index === current ? indicatorActiveColor : indicatorColor;
          return dot;
        }),
      );
    };
    const go = (target: number, source: 'touch' | 'autoplay') => {
      const last = count() - 1;
      const { circular, current } = context.data;
      const wrapped = circular
        ? (target + count()) % Math.max(1, count())
        : Math.min(Math.max(target, 0), last);
      if (wrapped !== current) {
        context.setData({ current: wrapped });
        context.emit('change', { current: wrapped, currentItemId: '', source });
        setTimeout(() => {
          context.emit('animationfinish', { current: wrapped, currentItemId: '', source });
        }, context.data.duration);
      }
      place(0, true);
    };
    const autoplay = () => {
      clearInterval(timer);
      if (context.data.autoplay) {
        timer = setInterval(() => {
          go(context.data.current + 1 >= count() ? 0 : context.data.current + 1, 'autoplay');
        }, context.data.interval);
      }
    };
    const along = (point: { clientX: number; clientY: number }) =>
      context.data.vertical ? point.clientY : point.clientX;
    const across = (point: { clientX: number; clientY: number }) =>
      context.data.vertical ? point.clientX : point.clientY;
    const begin = (point: { clientX: number; clientY: number }) => {
      clearInterval(timer);
      drag = { from: along(point), offset: 0, across: across(point), isDecided: false };
    };
    const move = (event: Event, point: { clientX: number; clientY: number }) => {
      if (!drag) return;
      const offset = along(point) - drag.from;
      if (!drag.isDecided) {
        const sideways = Math.abs(across(point) - drag.across);
        if (sideways > 10 && sideways > Math.abs(offset)) {
          drag = undefined;
          return;
        }
        if (Math.abs(offset) < 10) return;
        drag.isDecided = true;
      }
      drag.offset = offset;
      if (event.cancelable) event.preventDefault();
      place(drag.offset, false);
    };
    const end = () => {
      if (!drag) return;
      const { offset } = drag;
      drag = undefined;
      if (Math.abs(offset) > size() / 4) go(context.data.current + (offset < 0 ? 1 : -1), 'touch');
      else place(0, true);
      autoplay();
    };
    host.addEventListener(
      'touchstart',
      (event) => {
        if (event.touches[0]) begin(event.touches[0]);
      },
      { passive: true },
    );
    host.addEventListener(
      'touchmove',
      (event) => {
        if (event.touches[0]) move(event, event.touches[0]);
      },
      { passive: false },
    );
    host.addEventListener('touchend', end);
    host.addEventListener('touchcancel', end);
    host.addEventListener('mousedown', begin);
    const onMouseMove = (event: MouseEvent) => {
      move(event, event);
    };
    const observer = new MutationObserver(drawDots);
    return {
      slot: track,
      update(changed) {
        place(0, Boolean(changed?.has('current')));
        host.style.padding = context.data.vertical
          ? `${context.data.previousMargin} 0 ${context.data.nextMargin}`
          : `0 ${context.data.nextMargin} 0 ${context.data.previousMargin}`;
        drawDots();
        if (!changed || changed.has('autoplay') || changed.has('interval')) autoplay();
      },
      attached() {
        observer.observe(track, { childList: true });
        document.addEventListener('mousemove', onMouseMove);
        document.addEventListener('mouseup', end);
      },
      detached() {
        observer.disconnect();
        clearInterval(timer);
        document.removeEventListener('mousemove', onMouseMove);
        document.removeEventListener('mouseup', end);
      },
    };
  },
};

export const swiperItem: ElementDefinition<{ itemId: string }> = {
  tag: 'swiper-item',
  properties: { itemId: { type: String, value: '' } },
  mount: () => ({ update: () => undefined }),
};
