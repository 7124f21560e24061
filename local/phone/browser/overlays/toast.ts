export interface ToastOptions {
  title?: string;
  icon?: 'success' | 'error' | 'loading' | 'none';
  duration?: number;
  mask?: boolean;
}

let current: { element: HTMLElement; timer: ReturnType<typeof setTimeout> | undefined } | undefined;

/** WeChat's short message over the page; one at a time. Loading stays until it is hidden. */
export function showToast(
  screen: HTMLElement,
  { title = '', icon = 'success', duration = 1500, mask }: ToastOptions,
): void {
  hideToast();
  const element = document.createElement('div');
  element.className = `phone-toast phone-toast-${icon}`;
  element.classList.toggle('phone-toast-mask', Boolean(mask));
  const box = document.createElement('div');
  box.setAttribute('role', 'status');
  if (icon !== 'none') box.append(document.createElement('i'));
  const text = document.createElement('span');
  text.textContent = title;
  box.append(text);
  element.append(box);
  screen.append(element);
  current = {
    element,
    timer: icon === 'loading' && duration === Infinity ? undefined : setTimeout(hideToast, duration),
  };
}

export function hideToast(): void {
  if (!current) return;
  clearTimeout(current.timer);
  current.element.remove();
  current = undefined;
}
