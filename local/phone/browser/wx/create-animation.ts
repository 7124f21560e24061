import { toPhoneUnits } from '../../phone-units';
import type { AnimationStep } from '../model/play-animation';

interface AnimationOptions {
  duration?: number;
  delay?: number;
  timingFunction?: string;
  transformOrigin?: string;
}

const LENGTHS = new Set(['translate', 'translateX', 'translateY', 'translateZ', 'translate3d']);
const ANGLES = new Set(['rotate', 'rotateX', 'rotateY', 'rotateZ', 'skew', 'skewX', 'skewY']);
const OTHER_TRANSFORMS = ['scale', 'scaleX', 'scaleY', 'scaleZ', 'scale3d', 'matrix', 'matrix3d'];
const STYLES = ['opacity', 'backgroundColor', 'width', 'height', 'left', 'top', 'right', 'bottom'];

type Animation = Record<string, (...args: unknown[]) => unknown>;

/** Records steps of an animation; an element with the attribute `animation` plays them. */
export function createAnimation(defaults: AnimationOptions = {}): Animation {
  let actions: AnimationStep[] = [];
  let transforms: string[] = [];
  let styles: Record<string, string> = {};
  const animation: Animation = {
    step(options) {
      const {
        duration = 400,
        delay = 0,
        timingFunction = 'linear',
        transformOrigin = '50% 50% 0',
      } = {
        ...defaults,
        ...(options as AnimationOptions | undefined),
      };
      actions.push({ transforms, styles, duration, delay, timingFunction, transformOrigin });
      transforms = [];
      styles = {};
      return animation;
    },
    export() {
      const exported = { actions };
      actions = [];
      return exported;
    },
  };
  for (const name of [...LENGTHS, ...ANGLES, ...OTHER_TRANSFORMS]) {
    animation[name] = (...args) => {
      const unit = LENGTHS.has(name) ? 'px' : ANGLES.has(name) ? 'deg' : '';
      transforms.push(`${name}(${args.map((value) => measure(value, unit)).join(', ')})`);
      return animation;
    };
  }
  for (const name of STYLES) {
    const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    animation[name] = (value) => {
      styles[property] = measure(value, name === 'opacity' ? '' : 'px');
      return animation;
    };
  }
  return animation;
}

function measure(value: unknown, unit: string): string {
  return typeof value === 'number' ? `${String(value)}${unit}` : toPhoneUnits(String(value));
}
