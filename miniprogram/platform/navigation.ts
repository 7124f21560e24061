/** The pages of the mini-program, by what they are. */
const pages = {
  home: '/pages/home/index',
  activities: '/pages/activities/index',
  activity: '/pages/activity/index',
  workbench: '/organiser/pages/workbench/index',
  logActivity: '/organiser/pages/log-activity/index',
  summary: '/bureau/pages/summary/index',
} as const;

type PageName = keyof typeof pages;

function addressOf(page: PageName, query: Record<string, string>): string {
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return pairs.length === 0 ? pages[page] : `${pages[page]}?${pairs.join('&')}`;
}

/** Opens a page above the present one. */
export async function openPage(page: PageName, query: Record<string, string> = {}): Promise<void> {
  await wx.navigateTo({ url: addressOf(page, query) });
}

/** Shows a page of the tab bar. */
export async function showTab(page: 'home' | 'activities'): Promise<void> {
  await wx.switchTab({ url: pages[page] });
}

/** What a shared card of a page opens. */
export function sharedPath(page: PageName, query: Record<string, string> = {}): string {
  return addressOf(page, query);
}

/** Returns to the page below, or to the home page when there is none. */
export async function goBack(): Promise<void> {
  if (getCurrentPages().length > 1) await wx.navigateBack();
  else await showTab('home');
}
