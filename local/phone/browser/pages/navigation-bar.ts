import type { PageConfig } from '../../manifest';

/** WeChat's own bar above a page: way back, title, colours. */
export class NavigationBar {
  readonly element = document.createElement('header');
  private readonly heading = document.createElement('h1');

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
    this.element.append(this.heading);
    this.title = config.navigationBarTitleText ?? '';
    this.setColors(
      config.navigationBarTextStyle === 'black' ? '#000000' : '#ffffff',
      config.navigationBarBackgroundColor ?? '#000000',
    );
  }

  get title(): string {
    return this.heading.textContent;
  }

  set title(title: string) {
    this.heading.textContent = title;
  }

  setColors(frontColor: string, backgroundColor: string): void {
    this.element.style.color = frontColor;
    this.element.style.backgroundColor = backgroundColor;
  }

  showLoading(isLoading: boolean): void {
    this.heading.classList.toggle('phone-title-loading', isLoading);
  }
}
