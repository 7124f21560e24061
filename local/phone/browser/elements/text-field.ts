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
    mount: (context) => new TextField(context, document.createElement(tag)),
  };
}

export const input = textField('input');
export const textarea = textField('textarea');

class TextField implements ElementView {
  readonly ariaTarget: HTMLInputElement | HTMLTextAreaElement;
  private readonly placeholder = document.createElement('div');
  private readonly isArea: boolean;
  private isComposing = false;
  private initial = '';

  constructor(
    private readonly context: ElementContext<TextFieldData>,
    private readonly field: HTMLInputElement | HTMLTextAreaElement,
  ) {
    this.ariaTarget = field;
    this.isArea = field instanceof HTMLTextAreaElement;
    this.placeholder.setAttribute('aria-hidden', 'true');
    context.host.append(this.placeholder, field);
    this.listenToTyping();
    this.listenToFocus();
  }

  update(changed?: ReadonlySet<string>): void {
    const { field, context } = this;
    const text = String(context.data.value ?? '');
    if (!changed) this.initial = text;
    const isGiven = !changed || changed.has('value');
    if (!this.isComposing && isGiven && field.value !== text) field.value = text;
    this.drawField();
    this.drawPlaceholder();
    this.showPlaceholder();
    this.grow();
    if (!changed?.has('focus')) return;
    if (context.data.focus) this.focus();
    else if (document.activeElement === field) field.blur();
  }

  attached(): void {
    const { focus, autoFocus } = this.context.data;
    if (focus || autoFocus) {
      setTimeout(() => {
        this.focus();
      }, 50);
    }
    this.grow();
  }

  activate(): void {
    if (!this.context.data.disabled) this.focus();
  }

  formValue(): string {
    return this.field.value;
  }

  resetFormValue(): void {
    this.context.setData({ value: this.initial });
  }

  /** While an input method composes, what is in the field is not yet what the person wrote. */
  private listenToTyping(): void {
    const { field, context } = this;
    const onInput = () => {
      this.showPlaceholder();
      if (this.isComposing) return;
      this.grow();
      context.setData({ value: field.value });
      context.emit('input', { ...this.detail(), keyCode: 0 });
    };
    field.addEventListener('compositionstart', () => {
      this.isComposing = true;
      this.placeholder.hidden = true;
    });
    field.addEventListener('compositionend', () => {
      this.isComposing = false;
      onInput();
    });
    field.addEventListener('input', onInput);
    field.addEventListener('change', () => {
      context.emit('change', { value: field.value });
    });
    field.addEventListener('keydown', (event) => {
      this.confirm(event as KeyboardEvent);
    });
  }

  private listenToFocus(): void {
    const { field, context } = this;
    field.addEventListener('focus', () => {
      context.emit('focus', { value: field.value, height: 0 });
    });
    field.addEventListener('blur', () => {
      context.setData({ focus: false });
      context.emit('blur', this.detail());
    });
  }

  /** Enter confirms, but in a text area only when its keyboard has another key for that. */
  private confirm(event: KeyboardEvent): void {
    const { confirmType, confirmHold } = this.context.data;
    if (event.key !== 'Enter' || this.isComposing) return;
    if (this.isArea && (confirmType === 'return' || confirmType === 'done')) return;
    event.preventDefault();
    this.context.emit('confirm', { value: this.field.value });
    if (!confirmHold) this.field.blur();
  }

  private detail(): { value: string; cursor: number } {
    const { value, selectionStart } = this.field;
    return { value, cursor: selectionStart ?? value.length };
  }

  private drawField(): void {
    const { field } = this;
    const { type, password, confirmType, disabled, maxlength, name, placeholder } = this.context.data;
    if (!this.isArea) {
      field.setAttribute('type', password ? 'password' : 'text');
      field.setAttribute('inputmode', INPUT_MODES[type] ?? 'text');
    }
    field.setAttribute('enterkeyhint', confirmType === 'return' ? 'enter' : confirmType);
    field.disabled = disabled;
    if (maxlength >= 0) field.setAttribute('maxlength', String(maxlength));
    else field.removeAttribute('maxlength');
    if (name) field.setAttribute('data-name', name);
    field.placeholder = placeholder;
  }

  private drawPlaceholder(): void {
    const { placeholder, placeholderStyle, placeholderClass } = this.context.data;
    const element = this.placeholder;
    element.textContent = placeholder;
    element.style.cssText = toPhoneUnits(placeholderStyle);
    element.className = `wx-placeholder ${classNamesOf(this.context.component, placeholderClass)}`;
  }

  private showPlaceholder(): void {
    this.placeholder.hidden = this.field.value !== '';
  }

  private grow(): void {
    const { field } = this;
    if (!this.isArea || !this.context.data.autoHeight) return;
    field.style.height = 'auto';
    field.style.height = `${String(field.scrollHeight)}px`;
  }

  private focus(): void {
    const { field } = this;
    if (document.activeElement === field || !field.isConnected) return;
    field.focus({ preventScroll: true });
    const { cursor, selectionStart, selectionEnd } = this.context.data;
    if (selectionStart >= 0 && selectionEnd >= 0) field.setSelectionRange(selectionStart, selectionEnd);
    else if (cursor >= 0) field.setSelectionRange(cursor, cursor);
  }
}
