import { dayOf, describeDay, timeOf, type Day } from '../ground/guangdong-time';
import type { Edition } from './edition';

function moment(instant: number): string {
  return `${describeDay(dayOf(instant))} ${timeOf(instant)}`;
}

/** What an edition's dates are called, and how each is written. */
const dates: readonly {
  name: string;
  inWords(this: void, edition: Dates): string;
}[] = [
  { name: '活动周第一天', inWords: ({ firstDay }) => describeDay(firstDay) },
  { name: '活动周最后一天', inWords: ({ lastDay }) => describeDay(lastDay) },
  { name: '开始收报', inWords: ({ opensAt }) => moment(opensAt) },
  { name: '每日截止', inWords: ({ cutOff }) => cutOff },
  { name: '地市报省截止', inWords: ({ cityDeadline }) => describeDay(cityDeadline) },
  { name: '全省报部截止', inWords: ({ provinceDeadline }) => describeDay(provinceDeadline) },
];

type Dates = Pick<
  Edition,
  'firstDay' | 'lastDay' | 'opensAt' | 'cutOff' | 'cityDeadline' | 'provinceDeadline'
>;

/**
 * What of an edition's dates a change moves, in words for the members (日期变动); empty when it moves none.
 *
 * @example the cities' day from 10-15 to 10-16 // '地市报省截止由10月15日改为10月16日'
 */
export function describeChangedDates(before: Dates, after: Dates): string {
  return dates
    .map(({ name, inWords }) => ({ name, was: inWords(before), is: inWords(after) }))
    .filter(({ was, is }) => was !== is)
    .map(({ name, was, is }) => `${name}由${was}改为${is}`)
    .join('；');
}

/**
 * What a city is told of its later day, in words.
 *
 * @example describeExtension('2018-10-15', '2018-10-17', '台风停工') // '地市报省截止由10月15日改为10月17日（台风停工）'
 */
export function describeExtension(was: Day, is: Day, reason: string): string {
  return `地市报省截止由${describeDay(was)}改为${describeDay(is)}（${reason}）`;
}
