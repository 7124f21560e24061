import type { ElementContext, ElementDefinition, ElementView } from '../model/external-element';
import { toPhoneUnits } from '../../phone-units';
import { classNamesOf } from './class-names';

interface TextFieldData {
  value: string | number | null;
  type: string;
  password: boolean;
  placeholder: string;
  placeholderStyle: string;
  placeholderClass: string;
  disabled: boolean;
  maxlength: number;
  focus: boolean;
  autoFocus: boolean;
  autoHeight: boolean;
  confirmType: string;
  confirmHold: boolean;
  cursor: number;
  selectionStart: number;
  selectionEnd: number;
  name: string;
}

const INPUT_MODES: Record<string, string> = {
  number: 'numeric',
  digit: 'decimal',
  idcard: 'text',
  'safe-password': 'text',
};

/** `<input>` and `<textarea>`: a real field, so that the keyboard, Chinese input methods and selection just work. */
function textField(tag: 'input' | 'textarea'): ElementDefinition<TextFieldData> {
  return {
    tag,
    properties: {
      value: { type: null, value: '' },
      type: { type: String, value: 'text' },
      password: { type: Boolean, value: false },
      placeholder: { type: String, value: '' },
      placeholderStyle: { type: String, value: '' },
      placeholderClass: { type: String, value: '' },
      disabled: { type: Boolean, value: false },
      maxlength: { type: Number, value: 140 },
      focus: { type: Boolean, value: false },
      autoFocus: { type: Boolean, value: false },
      autoHeight: { type: Boolean, value: false },
      confirmType: { type: String, value: 'done' },
      confirmHold: { type: Boolean, value: false },
      cursor: { type: Number, value: -1 },
      selectionStart: { type: Number, value: -1 },
      selectionEnd: { type: Number, value: -1 },
      name: { type: String, value: '' },
    },
    mount: (context) => mountTextField(context, document.createElement(tag)),
  };
}

export const input = textField('input');
export const textarea = textField('textarea');

function mountTextField(
  context: ElementContext<TextFieldData>,
  field: HTMLInputElement | HTMLTextAreaElement,
): ElementView {
  const { host } = context;
  const placeholder = document.createElement('div');
  placeholder.className = 'wx-placeholder';
  placeholder.setAttribute('aria-hidden', 'true');
  host.append(placeholder, field);
  const isArea = field instanceof HTMLTextAreaElement;
  let isComposing = false;
  let initial = '';

  const showPlaceholder = () => {
    placeholder.hidden = field.value !== '';
  };
  const grow = () => {
    if (!isArea || !context.data.autoHeight) return;
    field.style.height = 'auto';
    field.style.height = `${String(field.scrollHeight)}px`;
  };
  const detail = () => ({ value: field.value, cursor: field.selectionStart ?? field.value.length });
  const onInput = () => {
    showPlaceholder();
    if (isComposing) return;
    grow();
    context.setData({ value: field.value });
    context.emit('input', { ...detail(), keyCode: 0 });
  };
  field.addEventListener('compositionstart', () => {
    isComposing = true;
    placeholder.hidden = true;
  });
  field.addEventListener('compositionend', () => {
    isComposing = false;
    onInput();
  });
  field.addEventListener('input', onInput);
  field.addEventListener('focus', () => {
    context.emit('focus', { value: field.value, height: 0 });
  });
  field.addEventListener('blur', () => {
    context.setData({ focus: false });
    context.emit('blur', detail());
  });
  field.addEventListener('change', () => {
    context.emit('change', { value: field.value });
  });
  field.addEventListener('keydown', (event) => {
    const { key } = event as KeyboardEvent;
    if (key !== 'Enter' || isComposing || (isArea && context.data.confirmType === 'return')) return;
    if (isArea && context.data.confirmType === 'done') return;
    event.preventDefault();
    context.emit('confirm', { value: field.value });
    if (!context.data.confirmHold) field.blur();
  });

  const focus = () => {
    if (document.activeElement === field || !field.isConnected) return;
    field.focus({ preventScroll: true });
    const { cursor, selectionStart, selectionEnd } = context.data;
    if (selectionStart >= 0 && selectionEnd >= 0) field.setSelectionRange(selectionStart, selectionEnd);
    else if (cursor >= 0) field.setSelectionRange(cursor, cursor);
  };

  return {
    ariaTarget: field,
    update(changed) {
      const { data } = context;
      const text = String(data.value ?? '');
      if (!changed) initial = text;
      if (!isComposing && (!changed || changed.has('value')) && field.value !== text) field.value = text;
      if (!isArea) {
        field.setAttribute('type', data.password ? 'password' : 'text');
        field.setAttribute('inputmode', INPUT_MODES[data.type] ?? 'text');
      }
      field.setAttribute('enterkeyhint', data.confirmType === 'return' ? 'enter' : data.confirmType);
      field.disabled = data.disabled;
      if (data.maxlength >= 0) field.setAttribute('maxlength', String(data.maxlength));
      else field.removeAttribute('maxlength');
      if (data.name) field.setAttribute('data-name', data.name);
      placeholder.textContent = data.placeholder;
      field.placeholder = data.placeholder;
      placeholder.style.cssText = toPhoneUnits(data.placeholderStyle);
      placeholder.className = `wx-placeholder ${classNamesOf(context.component, data.placeholderClass)}`;
      showPlaceholder();
      grow();
      if (changed?.has('focus')) {
        if (data.focus) focus();
        else if (document.activeElement === field) field.blur();
      }
    },
    attached() {
      if (context.data.focus || context.data.autoFocus) setTimeout(focus, 50);
      grow();
    },
    activate() {
      if (!context.data.disabled) focus();
    },
    formValue: () => field.value,
    resetFormValue() {
      context.setData({ value: initial });
    },
  };
}
