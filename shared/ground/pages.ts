/** The pages of the mini-program (页面), by what they are, each with its address; before `pages/` stands its subpackage. */
export const pages = {
  home: 'pages/home/index',
  activities: 'pages/activities/index',
  activity: 'pages/activity/index',
  workbench: 'organiser/pages/workbench/index',
  logActivity: 'organiser/pages/log-activity/index',
  summary: 'bureau/pages/summary/index',
} as const satisfies Record<string, `${'' | `${string}/`}pages/${string}/index`>;

export type PageName = keyof typeof pages;

/** The pages of the tab bar, in its order, with what is written on each tab. */
export const tabs = [
  { page: 'home', text: '首页' },
  { page: 'activities', text: '活动' },
] as const satisfies readonly { page: PageName; text: string }[];

export type TabName = (typeof tabs)[number]['page'];

/**
 * A page's address with its query, as messages and the platform name it from the root.
 *
 * @example addressOf('activity', { id: 'a1' }) // 'pages/activity/index?id=a1'
 */
export function addressOf(page: PageName, query: Readonly<Record<string, string>> = {}): string {
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return pairs.length === 0 ? pages[page] : `${pages[page]}?${pairs.join('&')}`;
}
