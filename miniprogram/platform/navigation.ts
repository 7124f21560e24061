import { addressOf, type PageName, type TabName } from '#shared/ground/pages';

/** Opens a page above the present one. A tab is shown, not opened. */
export async function openPage(
  page: Exclude<PageName, TabName>,
  query: Record<string, string> = {},
): Promise<void> {
  await wx.navigateTo({ url: sharedPath(page, query) });
}

/** Shows a page of the tab bar. */
export async function showTab(page: TabName): Promise<void> {
  await wx.switchTab({ url: sharedPath(page) });
}

/** What a shared card of a page opens. */
export function sharedPath(page: PageName, query: Record<string, string> = {}): string {
  return `/${addressOf(page, query)}`;
}

/** Returns to the page below, or to the home page when there is none. */
export async function goBack(): Promise<void> {
  if (getCurrentPages().length > 1) await wx.navigateBack();
  else await showTab('home');
}
