export interface AnimationStep {
  transforms: string[];
  styles: Record<string, string>;
  duration: number;
  delay: number;
  timingFunction: string;
  transformOrigin: string;
}

const running = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>();

/** Replays what `wx.createAnimation().export()` recorded, one step after the other, as transitions. */
export function playAnimation(dom: HTMLElement, value: unknown): void {
  clearTimeout(running.get(dom));
  const steps = (value as { actions?: AnimationStep[] } | null | undefined)?.actions ?? [];
  const run = (index: number) => {
    const step = steps[index];
    if (!step) return;
    const { duration, delay, timingFunction, transformOrigin } = step;
    dom.style.transition =
      duration > 0 ? `all ${String(duration)}ms ${timingFunction} ${String(delay)}ms` : 'none';
    dom.style.transformOrigin = transformOrigin;
    if (step.transforms.length > 0) dom.style.transform = step.transforms.join(' ');
    for (const [name, text] of Object.entries(step.styles)) dom.style.setProperty(name, text);
    running.set(
      dom,
      setTimeout(() => {
        run(index + 1);
      }, duration + delay),
    );
  };
  run(0);
}
