import type { ElementDefinition } from '../model/external-element';

const SIGNS: Record<string, [sign: string, color: string]> = {
  success: ['✓', '#09bb07'],
  success_no_circle: ['✓', '#09bb07'],
  info: ['i', '#10aeff'],
  warn: ['!', '#f76260'],
  waiting: ['…', '#10aeff'],
  cancel: ['✕', '#f43530'],
  download: ['↓', '#09bb07'],
  search: ['⌕', '#b2b2b2'],
  clear: ['✕', '#b2b2b2'],
};

export const icon: ElementDefinition<{ type: string; size: number | string; color: string }> = {
  tag: 'icon',
  properties: {
    type: { type: String, value: '' },
    size: { type: null, value: 23 },
    color: { type: String, value: '' },
  },
  mount(context) {
    const mark = document.createElement('i');
    context.host.append(mark);
    return {
      update() {
        const { type, size, color } = context.data;
        const [sign, standard] = SIGNS[type] ?? ['', ''];
        const length = typeof size === 'number' || /^\d+$/.test(size) ? `${String(size)}px` : size;
        mark.textContent = sign;
        mark.style.cssText = `width:${length};height:${length};line-height:${length};font-size:calc(${length} * .7);background-color:${color || standard}`;
      },
    };
  },
};
