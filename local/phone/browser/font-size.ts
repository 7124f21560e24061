const KEY = 'phone:font-size';
const NORMAL_PX = 16;
const LARGE_PX = 23;

/** WeChat's text size setting: normal, or the largest. */
export class FontSize {
  get setting(): number {
    return this.isLarge ? LARGE_PX : NORMAL_PX;
  }

  get isLarge(): boolean {
    return sessionStorage.getItem(KEY) === 'large';
  }

  set isLarge(isLarge: boolean) {
    sessionStorage.setItem(KEY, isLarge ? 'large' : 'normal');
  }
}
