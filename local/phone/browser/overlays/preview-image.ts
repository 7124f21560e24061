import { fileUrl } from '../file-url';

/** One image over the whole screen; a click or any key closes it. */
export function previewImage(screen: HTMLElement, address: string): void {
  const mask = document.createElement('button');
  mask.type = 'button';
  mask.className = 'phone-preview';
  mask.setAttribute('aria-label', '关闭图片');
  const picture = document.createElement('img');
  picture.src = fileUrl(address, '');
  picture.alt = '';
  mask.append(picture);
  const close = () => {
    mask.remove();
  };
  mask.addEventListener('click', close);
  mask.addEventListener('keydown', close);
  screen.append(mask);
  mask.focus();
}
