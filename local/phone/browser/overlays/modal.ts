export interface ModalOptions {
  title?: string;
  content?: string;
  showCancel?: boolean;
  cancelText?: string;
  cancelColor?: string;
  confirmText?: string;
  confirmColor?: string;
  editable?: boolean;
  placeholderText?: string;
}

export interface ModalResult {
  confirm: boolean;
  cancel: boolean;
  content: string | null;
}

/** WeChat's question over the whole screen. Escape means cancel; the focus returns to where it was. */
export function showModal(screen: HTMLElement, options: ModalOptions): Promise<ModalResult> {
  const before = document.activeElement;
  const mask = document.createElement('div');
  mask.className = 'phone-mask phone-mask-centred';
  const dialog = document.createElement('div');
  dialog.className = 'phone-modal';
  dialog.setAttribute('role', 'dialog');
  dialog.setAttribute('aria-modal', 'true');
  dialog.setAttribute('aria-label', options.title ?? options.content ?? '');
  if (options.title) dialog.append(paragraph('phone-modal-title', options.title));
  const field = options.editable ? document.createElement('textarea') : undefined;
  if (field) {
    field.value = options.content ?? '';
    field.placeholder = options.placeholderText ?? '';
    field.setAttribute('aria-label', options.placeholderText ?? options.title ?? '');
    dialog.append(field);
  } else if (options.content) {
    dialog.append(paragraph('phone-modal-content', options.content));
  }
  const footer = document.createElement('div');
  footer.className = 'phone-modal-buttons';
  dialog.append(footer);
  mask.append(dialog);
  screen.append(mask);
  return new Promise((resolve) => {
    const close = (confirm: boolean) => {
      mask.remove();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      resolve({ confirm, cancel: !confirm, content: confirm && field ? field.value : null });
    };
    const addButton = (text: string, color: string | undefined, confirm: boolean) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = text;
      if (color) button.style.color = color;
      button.addEventListener('click', () => {
        close(confirm);
      });
      footer.append(button);
      return button;
    };
    if (options.showCancel !== false) addButton(options.cancelText ?? '取消', options.cancelColor, false);
    const confirmButton = addButton(options.confirmText ?? '确定', options.confirmColor ?? '#576b95', true);
    mask.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close(false);
    });
    (field ?? confirmButton).focus({ preventScroll: true });
  });
}

function paragraph(className: string, text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = className;
  element.textContent = text;
  return element;
}
