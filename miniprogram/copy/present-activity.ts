import type { ActivityCard, ActivityDetail } from '#shared/contract/record/activity-views';
import { otherType } from '#shared/record/activity-types';
import { describeDay, weekdayOf } from '#shared/ground/guangdong-time';
import { modeLabels } from './labels';

/** What became of an activity since the public first read of it, and the colour of its tag. */
export interface ActivityMark {
  text: string;
  theme: 'danger' | 'warning';
}

/** An activity as a card shows it. */
export interface PresentedCard {
  id: string;
  name: string;
  type: string;
  /** 已取消 or 已改期, which nobody may miss; null for what is held as it was said. */
  mark: ActivityMark | null;
  when: string;
  where: string;
  hosts: string;
}

type Times = Pick<ActivityCard, 'firstDay' | 'lastDay' | 'startTime' | 'endTime'>;

/**
 * When an activity takes place, as people say it.
 *
 * @example one morning // '10月10日 周三 09:00–12:00'
 * @example several days // '10月10日 09:00 – 10月13日 17:00'
 */
export function describeTimes({ firstDay, lastDay, startTime, endTime }: Times): string {
  const from = startTime === null ? '' : ` ${startTime}`;
  if (firstDay !== lastDay) {
    return `${describeDay(firstDay)}${from} – ${describeDay(lastDay)}${endTime === null ? '' : ` ${endTime}`}`;
  }
  const hours = startTime === null ? '' : `${from}${endTime === null ? '' : `–${endTime}`}`;
  return `${describeDay(firstDay)} ${weekdayOf(firstDay)}${hours}`;
}

type Place = Pick<ActivityCard, 'city' | 'district' | 'venue' | 'mode'>;

/** Where an activity takes place: `广州 · 海珠区 · 保利世贸博览馆`, or that it is online. */
export function describePlace({ city, district, venue, mode }: Place): string {
  const place = [city, district, venue].filter((part) => part !== '').join(' · ');
  return mode === null || mode === 'offline' ? place : `${place}（${modeLabels[mode]}）`;
}

export function describeType({ type, typeOther }: Pick<ActivityCard, 'type' | 'typeOther'>): string {
  return type === otherType ? typeOther : type;
}

/** A card has room for so many names; the activity's own page has them all. */
const namedHosts = 3;

function describeHosts(hosts: readonly string[]): string {
  const named = hosts.slice(0, namedHosts).join('、');
  return hosts.length > namedHosts ? `${named}等 ${hosts.length} 家` : named;
}

/** Whether an activity was called off or put off; what was put off and then called off is cancelled. */
export function markOf({
  cancelled,
  postponedFrom,
}: Pick<ActivityCard, 'cancelled' | 'postponedFrom'>): ActivityMark | null {
  if (cancelled !== null) return { text: '已取消', theme: 'danger' };
  return postponedFrom === null ? null : { text: '已改期', theme: 'warning' };
}

/** A card for the public's lists. */
export function presentCard(card: ActivityCard): PresentedCard {
  return {
    id: card.id,
    name: card.name,
    type: describeType(card),
    mark: markOf(card),
    when: describeTimes(card),
    where: describePlace(card),
    hosts: describeHosts(card.hosts),
  };
}

/** A line of the public's detail page. */
export interface Fact {
  label: string;
  text: string;
}

/** The facts of an activity, those that are known. */
export function presentFacts(activity: ActivityDetail): Fact[] {
  const { cancelled, postponedFrom: was } = activity;
  const facts: Fact[] = [
    { label: '取消原因', text: cancelled?.reason ?? '' },
    { label: '时间', text: describeTimes(activity) },
    { label: '原定时间', text: was === null ? '' : describeTimes(was) },
    { label: '地点', text: describePlace(activity) },
    { label: '主办', text: activity.hosts.join('、') },
    { label: '联合主办', text: activity.coHosts.join('、') },
    { label: '参加人数', text: activity.headcount === null ? '' : `${activity.headcount.count} 人` },
  ];
  return facts.filter(({ text }) => text !== '');
}
