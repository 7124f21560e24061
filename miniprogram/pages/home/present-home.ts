import type { Role } from '#shared/people/membership';
import type { openHome } from '#shared/contract/public/open-home';
import { describeDay, eachDay, weekdayOf } from '#shared/ground/guangdong-time';
import type { z } from '#shared/zod';
import { presentCard, type PresentedCard } from '../../copy/present-activity';
import { presentDays, type PresentedDay } from '../../copy/present-days';

type Home = z.infer<typeof openHome.reply>;

/** A way from the home page to a person's own desk. */
interface Desk {
  page: 'workbench' | 'summary';
  icon: string;
  title: string;
  text: string;
}

export interface PresentedHome {
  title: string;
  theme: string;
  span: string;
  /** Where in the week today is: `第 2 天`, or that the week is not on. */
  progress: string;
  dayTitle: string;
  days: PresentedDay[];
  today: PresentedCard[];
  totalLabel: string;
  desks: Desk[];
}

function describeProgress({ edition, day, isToday }: Home): string {
  if (isToday) return `今天是第 ${eachDay(edition.firstDay, day).length} 天`;
  return day === edition.firstDay ? '尚未开始' : '已经结束';
}

function desksFor(roles: readonly Role[]): Desk[] {
  const desks: Desk[] = [];
  if (roles.some((role) => role !== 'editor')) {
    desks.push({ page: 'workbench', icon: 'edit', title: '本单位工作台', text: '填报活动、报送当日简报' });
  }
  if (roles.includes('city') || roles.includes('bureau')) {
    desks.push({
      page: 'summary',
      icon: 'file-excel',
      title: '审核与周汇总',
      text: '审核活动、汇总并下载三张表',
    });
  }
  return desks;
}

/** The home page's content in words. */
export function presentHome(home: Home): PresentedHome {
  const { edition, day, isToday, days, total, today, roles } = home;
  return {
    title: edition.title,
    theme: edition.theme,
    span: `${describeDay(edition.firstDay)}至${describeDay(edition.lastDay)}`,
    progress: describeProgress(home),
    dayTitle: `${isToday ? '今天 · ' : ''}${describeDay(day)} ${weekdayOf(day)}`,
    days: presentDays(days, null),
    today: today.map(presentCard),
    totalLabel: `查看全周 ${total} 场活动`,
    desks: desksFor(roles),
  };
}
