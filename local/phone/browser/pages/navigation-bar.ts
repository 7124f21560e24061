import type { PageConfig } from '../../manifest';

/** WeChat's own bar above a page: way back, title, colours. */
export class NavigationBar {
  readonly element = document.createElement('header');

  constructor(config: PageConfig, back: { canGoBack: boolean; isHome: boolean; onBack(): void }) {
    this.element.className = 'phone-navigation-bar';
    if (back.canGoBack || !back.isHome) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = back.canGoBack ? 'phone-back' : 'phone-home';
      button.setAttribute('aria-label', back.canGoBack ? '返回' : '回到首页');
      button.addEventListener('click', () => {
        back.onBack();
      });
      this.element.append(button);
    }
    const heading = document.createElement('h1');
    this.element.append(heading);
    heading.textContent = config.navigationBarTitleText ?? '';
    this.element.style.color = config.navigationBarTextStyle === 'black' ? '#000000' : '#ffffff';
    this.element.style.backgroundColor = config.navigationBarBackgroundColor ?? '#000000';
  }
}
