import type { ElementDefinition } from '../model/external-element';

interface SliderData {
  min: number;
  max: number;
  step: number;
  value: number;
  disabled: boolean;
  activeColor: string;
  showValue: boolean;
  name: string;
}

/** `<slider>`: the browser's own range field, so that keyboard and touch work. */
export const slider: ElementDefinition<SliderData> = {
  tag: 'slider',
  properties: {
    min: { type: Number, value: 0 },
    max: { type: Number, value: 100 },
    step: { type: Number, value: 1 },
    value: { type: Number, value: 0 },
    disabled: { type: Boolean, value: false },
    activeColor: { type: String, value: '#1aad19' },
    showValue: { type: Boolean, value: false },
    name: { type: String, value: '' },
  },
  mount(context) {
    const field = document.createElement('input');
    field.type = 'range';
    const shown = document.createElement('span');
    context.host.append(field, shown);
    let initial = 0;
    const take = (event: 'changing' | 'change') => {
      context.setData({ value: Number(field.value) });
      context.emit(event, { value: Number(field.value) });
    };
    field.addEventListener('input', () => {
      take('changing');
    });
    field.addEventListener('change', () => {
      take('change');
    });
    return {
      ariaTarget: field,
      update(changed) {
        const { min, max, step, value, disabled, activeColor, showValue } = context.data;
        if (!changed) initial = value;
        Object.assign(field, { min: String(min), max: String(max), step: String(step), disabled });
        field.value = String(value);
        field.style.accentColor = activeColor;
        shown.hidden = !showValue;
        shown.textContent = String(value);
      },
      formValue: () => context.data.value,
      resetFormValue() {
        context.setData({ value: initial });
      },
    };
  },
};
