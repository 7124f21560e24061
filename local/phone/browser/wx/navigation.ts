import type { PageStack } from '../pages/page-stack';
import { apiCall } from './api-call';
import { createEventChannel, openerChannels, type EventChannel } from './event-channel';

interface Address {
  url: string;
}

/** Pages: opening, leaving, and what surrounds the current one. */
export function navigationApi(pages: () => PageStack) {
  return {
    navigateTo: apiCall(
      'navigateTo',
      async (options: Address & { events?: Record<string, (data: unknown) => void> }) => {
        const eventChannel: EventChannel = createEventChannel();
        for (const [name, listener] of Object.entries(options.events ?? {})) eventChannel.on(name, listener);
        openerChannels.announce(eventChannel);
        await pages().navigateTo(options.url);
        return { eventChannel };
      },
    ),
    redirectTo: apiCall('redirectTo', ({ url }: Address) => pages().redirectTo(url)),
    navigateBack: apiCall('navigateBack', ({ delta }: { delta?: number }) => pages().navigateBack(delta)),
    switchTab: apiCall('switchTab', ({ url }: Address) => pages().switchTab(url)),
    reLaunch: apiCall('reLaunch', ({ url }: Address) => pages().reLaunch(url)),
    setNavigationBarTitle: apiCall('setNavigationBarTitle', ({ title }: { title: string }) => {
      const page = pages().top;
      if (!page?.layer.navigationBar) return;
      page.layer.navigationBar.title = title;
      pages().showTitle(page);
    }),
    setNavigationBarColor: apiCall(
      'setNavigationBarColor',
      ({ frontColor, backgroundColor }: { frontColor: string; backgroundColor: string }) => {
        pages().top?.layer.navigationBar?.setColors(frontColor, backgroundColor);
      },
    ),
    showNavigationBarLoading: apiCall('showNavigationBarLoading', () => {
      pages().top?.layer.navigationBar?.showLoading(true);
    }),
    hideNavigationBarLoading: apiCall('hideNavigationBarLoading', () => {
      pages().top?.layer.navigationBar?.showLoading(false);
    }),
    setTabBarBadge: apiCall('setTabBarBadge', ({ index, text }: { index: number; text: string }) => {
      pages().tabBarElement?.setBadge(index, text);
    }),
    removeTabBarBadge: apiCall('removeTabBarBadge', ({ index }: { index: number }) => {
      pages().tabBarElement?.setBadge(index, undefined);
    }),
    pageScrollTo: apiCall(
      'pageScrollTo',
      (options: { scrollTop?: number; selector?: string; offsetTop?: number; duration?: number }) => {
        const page = pages().top;
        if (page) page.scrollTo(options);
      },
    ),
    startPullDownRefresh: apiCall('startPullDownRefresh', () => {
      pages().top?.startPullDownRefresh();
    }),
    stopPullDownRefresh: apiCall('stopPullDownRefresh', () => {
      pages().top?.stopPullDownRefresh();
    }),
    enableAlertBeforeUnload: apiCall('enableAlertBeforeUnload', ({ message }: { message: string }) => {
      const page = pages().top;
      if (page) page.alertBeforeUnload = message;
    }),
    disableAlertBeforeUnload: apiCall('disableAlertBeforeUnload', () => {
      const page = pages().top;
      if (page) page.alertBeforeUnload = undefined;
    }),
  };
}
