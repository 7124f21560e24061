import type { PageScroll } from '../pages/live-page';
import type { PageStack } from '../pages/page-stack';
import { apiCall } from './api-call';

interface Address {
  url: string;
}

/** Pages: opening, leaving, and moving the current one. */
export function navigationApi(pages: () => PageStack) {
  return {
    navigateTo: apiCall('navigateTo', ({ url }: Address) => pages().navigateTo(url)),
    redirectTo: apiCall('redirectTo', ({ url }: Address) => pages().redirectTo(url)),
    navigateBack: apiCall('navigateBack', ({ delta }: { delta?: number }) => pages().navigateBack(delta)),
    switchTab: apiCall('switchTab', ({ url }: Address) => pages().switchTab(url)),
    pageScrollTo: apiCall('pageScrollTo', (options: PageScroll) => pages().top?.scrollTo(options)),
    stopPullDownRefresh: apiCall('stopPullDownRefresh', () => pages().top?.stopPullDownRefresh()),
  };
}
