/** WeChat's choice from below. Answers the chosen index, or -1 when it was closed without a choice. */
export function showActionSheet(
  screen: HTMLElement,
  itemList: string[],
  itemColor?: string,
): Promise<number> {
  const before = document.activeElement;
  const mask = document.createElement('div');
  mask.className = 'phone-mask phone-mask-bottom';
  const sheet = document.createElement('div');
  sheet.className = 'phone-sheet';
  sheet.setAttribute('role', 'dialog');
  sheet.setAttribute('aria-label', '请选择');
  mask.append(sheet);
  screen.append(mask);
  return new Promise((resolve) => {
    const close = (index: number) => {
      mask.remove();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      resolve(index);
    };
    [...itemList, '取消'].forEach((text, index) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = text;
      if (itemColor && index < itemList.length) button.style.color = itemColor;
      button.addEventListener('click', () => {
        close(index < itemList.length ? index : -1);
      });
      sheet.append(button);
    });
    mask.addEventListener('click', (event) => {
      if (event.target === mask) close(-1);
    });
    mask.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close(-1);
    });
    sheet.querySelector('button')?.focus({ preventScroll: true });
  });
}
