import type { TabBarConfig } from '../../manifest';
import { fileUrl } from '../file-url';

/** WeChat's own bar below the pages of the first level. */
export class TabBar {
  readonly element = document.createElement('nav');
  private readonly buttons = new Map<string, { button: HTMLButtonElement; icon?: HTMLImageElement }>();

  constructor(
    private readonly config: TabBarConfig,
    onSelect: (pagePath: string, index: number) => void,
  ) {
    const { element } = this;
    element.className = 'phone-tab-bar';
    element.setAttribute('aria-label', '主导航');
    element.hidden = true;
    element.style.backgroundColor = config.backgroundColor ?? '#ffffff';
    element.classList.toggle('phone-tab-bar-white', config.borderStyle === 'white');
    config.list.forEach(({ pagePath, text, iconPath }, index) => {
      const button = document.createElement('button');
      button.type = 'button';
      const icon = iconPath === undefined ? undefined : document.createElement('img');
      if (icon) {
        icon.alt = '';
        button.append(icon);
      }
      const label = document.createElement('span');
      label.textContent = text;
      button.append(label);
      button.addEventListener('click', () => {
        onSelect(pagePath, index);
      });
      element.append(button);
      this.buttons.set(pagePath, { button, ...(icon ? { icon } : {}) });
    });
  }

  isTab(path: string): boolean {
    return this.buttons.has(path);
  }

  show(path: string): void {
    this.element.hidden = !this.isTab(path);
    for (const tab of this.config.list) {
      const parts = this.buttons.get(tab.pagePath);
      if (!parts) continue;
      const isSelected = tab.pagePath === path;
      if (isSelected) parts.button.setAttribute('aria-current', 'page');
      else parts.button.removeAttribute('aria-current');
      parts.button.style.color = (isSelected ? this.config.selectedColor : this.config.color) ?? '';
      const source = (isSelected ? tab.selectedIconPath : undefined) ?? tab.iconPath;
      if (parts.icon && source !== undefined) parts.icon.src = fileUrl(source, '');
    }
  }
}
