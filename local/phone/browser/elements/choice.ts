import type { ElementContext, ElementDefinition, ElementView } from '../model/external-element';
import { viewOf } from '../model/external-element';
import { elementAt } from '../model/glass';
import { makeOperable, markChecked } from './operable';

interface ChoiceData {
  value: string;
  checked: boolean;
  disabled: boolean;
  color: string;
}

interface GroupData {
  name: string;
}

interface ChoiceView extends ElementView {
  isChecked(): boolean;
  value(): string;
  set(checked: boolean): void;
}

function choice(tag: 'radio' | 'checkbox'): ElementDefinition<ChoiceData> {
  return {
    tag,
    properties: {
      value: { type: String, value: '' },
      checked: { type: Boolean, value: false },
      disabled: { type: Boolean, value: false },
      color: { type: String, value: '#09BB07' },
    },
    mount(context): ChoiceView {
      const { host } = context;
      makeOperable(host, tag);
      const mark = document.createElement('i');
      const slot = document.createElement('span');
      host.append(mark, slot);
      return {
        slot,
        update() {
          markChecked(host, context.data);
          mark.style.color = context.data.color;
        },
        activate() {
          const { checked, disabled } = context.data;
          if (disabled || (tag === 'radio' && checked)) return;
          const group = host.closest<HTMLElement>(`wx-${tag}-group`);
          if (tag === 'radio' && group) for (const other of choicesIn(group, tag)) other.set(false);
          context.setData({ checked: !checked });
          if (group) groups.get(group)?.();
        },
        isChecked: () => context.data.checked,
        value: () => context.data.value,
        set(checked) {
          context.setData({ checked });
        },
      };
    },
  };
}

/** What a group does when one of its choices was switched. */
const groups = new WeakMap<HTMLElement, () => void>();

function choiceGroup(tag: 'radio' | 'checkbox'): ElementDefinition<GroupData> {
  return {
    tag: `${tag}-group`,
    properties: { name: { type: String, value: '' } },
    mount(context: ElementContext<GroupData>) {
      const { host } = context;
      if (tag === 'radio') host.setAttribute('role', 'radiogroup');
      else host.setAttribute('role', 'group');
      const value = () => {
        const chosen = choicesIn(host, tag)
          .filter((view) => view.isChecked())
          .map((view) => view.value());
        return tag === 'radio' ? (chosen[0] ?? '') : chosen;
      };
      groups.set(host, () => {
        context.emit('change', { value: value() });
      });
      return {
        update: () => undefined,
        formValue: value,
        resetFormValue() {
          for (const view of choicesIn(host, tag)) view.set(false);
        },
      };
    },
  };
}

function choicesIn(group: HTMLElement, tag: string): ChoiceView[] {
  return [...group.querySelectorAll(`wx-${tag}`)].flatMap((node) => {
    const element = elementAt(node);
    const view = element && viewOf(element);
    return view ? [view as ChoiceView] : [];
  });
}

export const radio = choice('radio');
export const checkbox = choice('checkbox');
export const radioGroup = choiceGroup('radio');
export const checkboxGroup = choiceGroup('checkbox');
