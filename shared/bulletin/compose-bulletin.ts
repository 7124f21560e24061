import type { City } from '../ground/region';
import { bulletinWindow } from '../week/bulletin-window';
import type { Edition } from '../week/edition';
import { describeDay, type Day } from '../ground/guangdong-time';
import {
  bulletinItem,
  type Bulletin,
  type BulletinContent,
  type BulletinItem,
  type CityStanding,
} from './bulletin';
import type { BulletinEntry } from './bulletin-entry';
import type { BulletinException } from './bulletin-exception';
import { tellCorrections, type Correction } from './correction';

type CompiledEdition = Pick<Edition, 'firstDay' | 'lastDay' | 'opensAt' | 'cutOff' | 'cities'>;

/** Everything a bulletin is compiled of, as it is kept once its window has ended. */
export interface BulletinFacts {
  edition: CompiledEdition;
  day: Day;
  /** What the day received and its units did not take back. */
  entries: readonly BulletinEntry[];
  /** The exceptions of the day that stand. */
  exceptions: readonly BulletinException[];
  /** The corrections that were made while the day was collecting, and the entries they are about. */
  corrections: readonly Correction[];
  correctedEntries: readonly BulletinEntry[];
  /** The cities that stated a nil report for the day. */
  nilCities: readonly City[];
}

/** What the staff decided of a bulletin; compiling again leaves it. */
export type StaffsChoice = Pick<Bulletin, 'printed' | 'leftOut' | 'isOrderOwn' | 'lead' | 'isLeadOwn'>;

/** The order in which lists show whom a unit answers to: the edition's cities, then what answers to the province. */
function placeOf(edition: CompiledEdition, unitCity: string): number {
  const place = edition.cities.indexOf(unitCity);
  return place === -1 ? edition.cities.length : place;
}

/** The order a bulletin has by itself: by city, then by when the activities begin, then as they came. */
function defaultOrder(edition: CompiledEdition, items: readonly BulletinItem[]): BulletinItem[] {
  const timeOf = ({ firstDay, startTime, id }: BulletinItem): string =>
    `${firstDay} ${startTime ?? ''} ${id}`;
  return [...items].sort(
    (one, other) =>
      placeOf(edition, one.unitCity) - placeOf(edition, other.unitCity) ||
      (timeOf(one) < timeOf(other) ? -1 : 1),
  );
}

/** The entry of a joint event that is its line: the leading record's, else the first that came. */
function lineOf(entries: readonly BulletinEntry[]): BulletinEntry | undefined {
  const own = entries.filter(({ under }) => under === null);
  const among = own.length === 0 ? entries : own;
  const leading = among.find(({ activityId, eventId }) => activityId === eventId);
  return leading ?? [...among].sort((one, other) => one.receivedAt - other.receivedAt)[0];
}

/**
 * What a day received as the lines of its bulletin: a joint event is one, received when the first of its records was; on time or late
 * by the server's clock.
 */
export function toItems(
  edition: CompiledEdition,
  day: Day,
  entries: readonly BulletinEntry[],
): BulletinItem[] {
  const { closesAt } = bulletinWindow(edition, day);
  return [...new Set(entries.map(({ eventId }) => eventId))].flatMap((id) => {
    const ofEvent = entries.filter(({ eventId }) => eventId === id);
    const line = lineOf(ofEvent);
    if (line === undefined) return [];
    const receivedAt = Math.min(...ofEvent.map((each) => each.receivedAt));
    const unitCities = [...new Set(ofEvent.map(({ unitCity }) => unitCity))].sort();
    return [bulletinItem.parse({ ...line, receivedAt, unitCities, isLate: receivedAt >= closesAt })];
  });
}

/** How the edition's cities stand for a day: content makes a nil report past. */
export function standingOf(
  cities: readonly City[],
  entries: readonly Pick<BulletinEntry, 'unitCity'>[],
  nilCities: readonly City[],
): CityStanding {
  const hasContent = (city: City) => entries.some(({ unitCity }) => unitCity === city);
  const withContent = cities.filter(hasContent);
  const nil = cities.filter((city) => !hasContent(city) && nilCities.includes(city));
  return {
    withContent,
    nil,
    silent: cities.filter((city) => !withContent.includes(city) && !nil.includes(city)),
  };
}

/**
 * The lead that a bulletin has by itself (导语): whence how many activities came, and how many people took part.
 *
 * @example leadOf(edition2018, '2018-10-10', []) // '截至10月10日16:00，没有收到重要活动信息。'
 */
export function leadOf(
  { cutOff, cities }: Pick<Edition, 'cutOff' | 'cities'>,
  day: Day,
  printed: readonly BulletinItem[],
): string {
  const until = `截至${describeDay(day)}${cutOff}`;
  if (printed.length === 0) return `${until}，没有收到重要活动信息。`;
  const from = new Set(printed.flatMap(({ unitCities }) => unitCities));
  const count = cities.filter((city) => from.has(city)).length;
  const hasProvincial = [...from].some((each) => !cities.includes(each));
  const whence = [...(count > 0 ? [`${count}个市`] : []), ...(hasProvincial ? ['省直单位'] : [])].join('和');
  const counted = printed.flatMap(({ headcount }) => (headcount === null ? [] : [headcount]));
  const sum = counted.reduce((total, each) => total + each, 0);
  const uncounted = printed.length - counted.length;
  const people =
    counted.length === 0
      ? '参加人数待活动举办后统计'
      : `参加人数共${sum}人${uncounted === 0 ? '' : `（另有${uncounted}项待统计）`}`;
  return `${until}，${whence}报送重要活动${printed.length}项，${people}。`;
}

/**
 * Compiles a day's bulletin (汇编简报) from what is kept, leaving what the staff decided: an own order stays and what came
 * since is added at its end, an own lead stays. The same facts give the same.
 */
export function composeBulletin(facts: BulletinFacts, choice: StaffsChoice | null): BulletinContent {
  const { edition, day, entries, exceptions } = facts;
  const items = defaultOrder(edition, toItems(edition, day, entries));
  const chosen = choice?.isOrderOwn === true ? choice : null;
  const among = (ids: readonly { id: string }[]) =>
    ids.flatMap(({ id }) => items.filter((item) => item.id === id));
  const leftOut = among(chosen?.leftOut ?? []);
  const kept = among(chosen?.printed ?? []);
  const printed = [...kept, ...items.filter((item) => !kept.includes(item) && !leftOut.includes(item))];
  return {
    printed,
    leftOut,
    corrections: tellCorrections(facts.corrections, facts.correctedEntries),
    standing: standingOf(edition.cities, entries, facts.nilCities),
    exceptions: exceptions.map(({ id, unitName, until, reason, usedAt }) => ({
      id,
      unitName,
      until,
      reason,
      usedAt,
    })),
    lead: choice?.isLeadOwn === true ? choice.lead : leadOf(edition, day, printed),
  };
}

/**
 * The bulletin as the staff want it: the entries they picked, in their order, the others left out; their lead, or the
 * bulletin's own when they leave it empty. Null when an id is not one of its entries or is named twice.
 */
export function arrangeBulletin(
  { printed, leftOut, day }: Pick<Bulletin, 'printed' | 'leftOut' | 'day'>,
  edition: CompiledEdition,
  wanted: { order: readonly string[]; lead: string },
): StaffsChoice | null {
  const all = [...printed, ...leftOut];
  const picked = wanted.order.flatMap((id) => all.filter((item) => item.id === id));
  if (picked.length !== wanted.order.length || new Set(wanted.order).size !== picked.length) return null;
  const rest = defaultOrder(
    edition,
    all.filter((item) => !picked.includes(item)),
  );
  const own = defaultOrder(edition, all).map(({ id }) => id);
  const ownLead = leadOf(edition, day, picked);
  const isLeadOwn = wanted.lead !== '' && wanted.lead !== ownLead;
  return {
    printed: picked,
    leftOut: rest,
    isOrderOwn: own.join() !== wanted.order.join(),
    lead: isLeadOwn ? wanted.lead : ownLead,
    isLeadOwn,
  };
}
