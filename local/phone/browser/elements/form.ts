import { onTapOf } from '../model/activate-element';
import { viewOf, type ElementDefinition } from '../model/external-element';
import { elementAt, type GlassComponent } from '../model/glass';

interface FormActions {
  submit: () => void;
  reset: () => void;
}

const forms = new WeakMap<HTMLElement, FormActions>();

/** `<form>`: collects the values of everything below it that has a name. */
export const form: ElementDefinition<object> = {
  tag: 'form',
  properties: {},
  mount(context) {
    const { host } = context;
    forms.set(host, {
      submit() {
        const value = Object.fromEntries(fieldsIn(host).map(({ name, read }) => [name, read()]));
        context.emit('submit', { value, formId: '' }, { bubbles: true });
      },
      reset() {
        for (const { reset } of fieldsIn(host)) reset();
        context.emit('reset', {}, { bubbles: true });
      },
    });
    return { update: () => undefined };
  },
};

/** A tap on a button with `form-type` works on the form around it. */
export function submitFormsOnTap(): void {
  onTapOf('button', (button) => {
    const type = button.getAttribute('form-type');
    const around = button.closest<HTMLElement>('wx-form');
    const actions = around && forms.get(around);
    if (!actions || button.hasAttribute('disabled')) return false;
    if (type === 'submit') actions.submit();
    else if (type === 'reset') actions.reset();
    else return false;
    return true;
  });
}

interface Field {
  name: string;
  read: () => unknown;
  reset: () => void;
}

function fieldsIn(host: HTMLElement): Field[] {
  const fields: Field[] = [];
  for (const node of host.querySelectorAll<HTMLElement>('*')) {
    const element = elementAt(node);
    if (!element || (element.getBackendElement() as unknown) !== node) continue;
    const view = viewOf(element);
    const data = (element as Partial<GlassComponent>).data as { name?: string } | undefined;
    if (!view?.formValue || !data?.name) continue;
    fields.push({
      name: data.name,
      read: () => view.formValue?.(),
      reset: () => view.resetFormValue?.(),
    });
  }
  return fields;
}
