import { onTapOf } from '../model/activate-element';

export interface NavigatorActions {
  navigate(options: { url: string }): unknown;
  redirect(options: { url: string }): unknown;
  switchTab(options: { url: string }): unknown;
  reLaunch(options: { url: string }): unknown;
  navigateBack(options: { delta: number }): unknown;
}

/** `<navigator>`: opens a page by the attribute `open-type`. */
export function openNavigatorsOnTap(actions: NavigatorActions): void {
  onTapOf('navigator', (dom) => {
    const url = dom.getAttribute('url') ?? '';
    switch (dom.getAttribute('open-type') ?? 'navigate') {
      case 'navigateBack':
        actions.navigateBack({ delta: Number(dom.getAttribute('delta') ?? 1) });
        break;
      case 'redirect':
        actions.redirect({ url });
        break;
      case 'switchTab':
        actions.switchTab({ url });
        break;
      case 'reLaunch':
        actions.reLaunch({ url });
        break;
      default:
        if (url) actions.navigate({ url });
    }
    return true;
  });
}
