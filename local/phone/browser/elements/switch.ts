import type { ElementDefinition } from '../model/external-element';
import { makeOperable, markChecked } from './operable';

interface SwitchData {
  checked: boolean;
  disabled: boolean;
  type: string;
  color: string;
  name: string;
}

export const switchElement: ElementDefinition<SwitchData> = {
  tag: 'switch',
  properties: {
    checked: { type: Boolean, value: false },
    disabled: { type: Boolean, value: false },
    type: { type: String, value: 'switch' },
    color: { type: String, value: '#04BE02' },
    name: { type: String, value: '' },
  },
  mount(context) {
    const { host } = context;
    makeOperable(host, 'switch');
    const track = document.createElement('i');
    host.append(track);
    let initial = false;
    return {
      update(changed) {
        const { data } = context;
        if (!changed) initial = data.checked;
        markChecked(host, data);
        track.style.backgroundColor = data.checked ? data.color : '';
      },
      activate() {
        if (context.data.disabled) return;
        context.setData({ checked: !context.data.checked });
        context.emit('change', { value: context.data.checked });
      },
      formValue: () => context.data.checked,
      resetFormValue() {
        context.setData({ checked: initial });
      },
    };
  },
};
