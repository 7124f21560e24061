import { onTapOf } from './model/activate-element';
import { showToast } from './overlays/toast';
import { callSafely } from './pages/call-safely';
import type { PageStack } from './pages/page-stack';
import { parseRoute } from './pages/route';
import { copyText } from './wx/clipboard';

/** A button with `open-type="share"` copies the address of what the page wants to share. */
export function copyLinkOnShare(screen: HTMLElement, pages: () => PageStack): void {
  onTapOf('button', (button) => {
    if (button.getAttribute('open-type') !== 'share' || button.hasAttribute('disabled')) return false;
    const page = pages().top;
    if (!page) return false;
    const shared = callSafely(page.instance, 'onShareAppMessage', { from: 'button' }) as
      { path?: string } | undefined;
    const route = parseRoute(shared?.path ?? `/${page.route.url}`, page.route.path);
    const link = new URL(`#/${route.url}`, location.href).href;
    copyText(link).then(
      () => {
        showToast(screen, { title: '链接已复制', icon: 'success' });
      },
      () => {
        showToast(screen, { title: '浏览器不让复制链接', icon: 'none' });
      },
    );
    return true;
  });
}
