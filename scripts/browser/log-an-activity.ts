import type { Page } from 'playwright-core';

/** What the walk's organiser types. */
export const loggedActivity = {
  name: '小微企业融资对接辅导会',
  type: '创业辅导',
  district: '海珠区',
  venue: '琶洲会展中心三楼会议室',
  count: '86',
  method: '签到表',
  about: '讲解贷款贴息和担保补助的办理，五家银行现场对接，当场受理二十一家企业的融资需求。',
} as const;

/** Fills in the log form, all but the bulletin, as a person would: by the fields' labels. */
export async function fillLogForm(page: Page): Promise<void> {
  const field = (label: string) => page.getByLabel(label, { exact: true });
  await page.getByRole('radio', { name: loggedActivity.type }).click();
  await field('活动名称').fill(loggedActivity.name);
  await field('区县').fill(loggedActivity.district);
  await field('地点').fill(loggedActivity.venue);
  await field('参加人数').fill(loggedActivity.count);
  await page.getByRole('radio', { name: loggedActivity.method }).click();
  await field('主要内容').fill(loggedActivity.about);
}
