import { withoutPart, coreOfName, editionsIn, partsIn, stagesIn, placesIn, plain } from './event-name';
import { z } from '../zod';
import type { Activity } from '../record/activity';
import { hostNames } from '../record/co-host';
import { author } from '../record/record';
import { recordKind } from '../record/record-kind';

/**
 * What two records of one thing agree in (相同之处). Activities, on days that overlap: name, city, host, venue, time, online. Policies:
 * name, number (文号), date (出台时间), issuer. Showcases: name, holder (单位或个人), city.
 */
export const doubleSign = z.enum([
  'name',
  'city',
  'host',
  'venue',
  'time',
  'online',
  'number',
  'date',
  'issuer',
  'holder',
]);
export type DoubleSign = z.infer<typeof doubleSign>;

/** What the likeness of two activities is judged by. */
export type Comparable = Pick<
  Activity,
  | 'unitId'
  | 'unitName'
  | 'name'
  | 'hosts'
  | 'coHosts'
  | 'city'
  | 'venue'
  | 'mode'
  | 'firstDay'
  | 'lastDay'
  | 'startTime'
>;

/** How alike two records are: whether they may be the same (疑似重复), in what, and how like their names are. */
export interface Likeness {
  isDouble: boolean;
  signs: DoubleSign[];
  /** From 0 to 1. */
  name: number;
}

/** What is held within a larger event. 暨 joins two names of one event instead. */
const within = /路演|论坛|沙龙|发布会|对接|洽谈|主题展/;

/** Whether one name is the other's with something held within it: a fair and its road show. */
function isHeldWithin(one: string, other: string): boolean {
  const [part, whole] = [coreOfName(one), coreOfName(other)];
  return (
    part !== whole && part.includes(whole) && !part.includes('暨') && within.test(part.replace(whole, ''))
  );
}

function disagree(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && other.length > 0 && !one.some((each) => other.includes(each));
}

/** Whether the names themselves say that these are two events of one row: 第一场 and 第二场, 初赛 and 复赛, two 分会场. */
export function tellApart(one: string, other: string): boolean {
  if ([editionsIn, partsIn, stagesIn, placesIn].some((of) => disagree(of(one), of(other)))) return true;
  if (isHeldWithin(one, other) || isHeldWithin(other, one)) return true;
  // A part that only one of them gives is a part of what the other is the whole of.
  return partsIn(one).length !== partsIn(other).length && partsIn(one).length + partsIn(other).length > 0
    ? coreOfName(withoutPart(one)) !== coreOfName(withoutPart(other))
    : false;
}

function bigramsOf(text: string): Map<string, number> {
  const found = new Map<string, number>();
  const characters = Array.from(text);
  for (let at = 0; at + 1 < characters.length; at += 1) {
    const pair = `${characters[at] ?? ''}${characters[at + 1] ?? ''}`;
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

function sizeOf(bigrams: ReadonlyMap<string, number>): number {
  return [...bigrams.values()].reduce((sum, each) => sum + each, 0);
}

/** A name this short lies in many others by chance. */
const shortestToContain = 7;
/** What being contained whole is worth beside being the same. */
const containedIsWorth = 0.85;

interface ComparedName {
  core: string;
  bigrams: ReadonlyMap<string, number>;
  size: number;
  /** Those outside brackets: brackets name what an event is a part of. */
  outside: ReadonlyMap<string, number>;
}

function comparedName(name: string): ComparedName {
  const core = coreOfName(name);
  const bigrams = bigramsOf(core);
  const outside = bigramsOf(coreOfName(plain(name).replace(/\([^()]*\)/g, '')));
  return { core, bigrams, size: sizeOf(bigrams), outside };
}

function sharedBy(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [pair, count] of one) shared += Math.min(count, other.get(pair) ?? 0);
  return shared;
}

function likenessOfNames(first: ComparedName, second: ComparedName): number {
  if (first.core === second.core) return first.core === '' ? 0 : 1;
  const shared = sharedBy(first.bigrams, second.bigrams);
  if (shared === 0) return 0;
  const [shorter, longer] = first.size <= second.size ? [first, second] : [second, first];
  const contained =
    shorter.size + 1 >= shortestToContain
      ? (sharedBy(shorter.bigrams, longer.outside) / shorter.size) * containedIsWorth
      : 0;
  return Math.max((2 * shared) / (first.size + second.size), contained);
}

/**
 * How like two names are, from 0 to 1: the share of neighbouring characters they have in common (Dice), or, for a longer
 * name that contains the shorter one, nearly as much as for the same.
 */
export function nameLikeness(one: string, other: string): number {
  return likenessOfNames(comparedName(one), comparedName(other));
}

/** Which of some names are like enough to one for their activities to be compared at all: a first sieve through many. */
export function sieveByName<Named extends { name: string }>(name: string, all: readonly Named[]): Named[] {
  const compared = comparedName(name);
  return all.filter((each) => likenessOfNames(compared, comparedName(each.name)) >= enough.venueOrHost);
}

/** A host as it is compared: one width, no punctuation, without the words that units leave out of each other's names. */
export function coreOfHost(host: string): string {
  return plain(host)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^广东省?|^中国/u, '');
}

function hostsOf({ hosts, coHosts, unitName }: Comparable): Set<string> {
  return new Set([...hostNames({ hosts, coHosts }), unitName].map(coreOfHost).filter((host) => host !== ''));
}

function venueOf({ venue }: Comparable): string {
  return plain(venue).replace(/[^\p{L}\p{N}]/gu, '');
}

/** How like the names must be, by how much else agrees. */
const enough = { venueOrHost: 0.65, cityOnly: 0.75 };

/** Venues are written at many lengths; one that contains the other, or nearly is it, is the same. */
function isSameVenue(one: Comparable, other: Comparable): boolean {
  const [first, second] = [venueOf(one), venueOf(other)];
  if (first.length < 3 || second.length < 3) return false;
  return first.includes(second) || second.includes(first) || nameLikeness(first, second) >= 0.7;
}

function daysOverlap(one: Comparable, other: Comparable): boolean {
  return one.firstDay <= other.lastDay && other.firstDay <= one.lastDay;
}

/**
 * Whether two activities may be one event that two units report, or one unit twice (重复填报). It takes days that overlap,
 * a near-same name, and the same city or a shared host; what the names themselves tell apart is never taken for one.
 * A person decides; this only finds what to look at.
 *
 * @example 第一场 and 第二场 of one lecture on one day // isDouble: false
 */
export function likenessOf(one: Comparable, other: Comparable): Likeness {
  const name = nameLikeness(one.name, other.name);
  const signs: DoubleSign[] = [];
  const hostsOfOther = hostsOf(other);
  const isOnline = [one, other].every(({ mode }) => mode === 'online' || mode === 'both');
  if (one.city === other.city) signs.push('city');
  if (one.unitId === other.unitId || [...hostsOf(one)].some((host) => hostsOfOther.has(host)))
    signs.push('host');
  if (isSameVenue(one, other)) signs.push('venue');
  if (one.firstDay === other.firstDay && one.startTime !== null && one.startTime === other.startTime)
    signs.push('time');
  if (isOnline) signs.push('online');

  const isAtOnePlace =
    signs.includes('city') || (signs.includes('host') && (isOnline || signs.includes('venue')));
  // One unit knows its own events apart: the same name at another hour is another round.
  const isAnotherRound = one.unitId === other.unitId && !signs.includes('time');
  const wanted = signs.includes('venue') || signs.includes('host') ? enough.venueOrHost : enough.cityOnly;
  const isLikelyName = name >= wanted;
  if (isLikelyName) signs.unshift('name');
  return {
    isDouble:
      daysOverlap(one, other) &&
      isAtOnePlace &&
      isLikelyName &&
      !isAnotherRound &&
      !tellApart(one.name, other.name),
    signs,
    name: Math.round(name * 100) / 100,
  };
}

/** Where a pair stands: to be looked at, merged, held to be two events, or no longer alike. */
export const doubleState = z.enum(['open', 'merged', 'dismissed', 'gone']);
export type DoubleState = z.infer<typeof doubleState>;

/** A merge that is in force (合并): which record leads, and which is told under it. */
const merge = z.object({ leadingId: z.string(), otherId: z.string() });

/** Two records of a kind that may be one event, one policy, one showcase (疑似重复), for reviewers. */
export const double = z.object({
  id: z.string(),
  kind: recordKind,
  editionId: z.string(),
  recordIds: z.array(z.string()),
  /** The city whose staff review both; empty when they answer to two, which is the bureau's to decide. */
  city: z.string(),
  signs: z.array(doubleSign),
  name: z.number(),
  state: doubleState,
  foundAt: z.int(),
  decidedAt: z.int().nullable(),
  decidedBy: author.nullable(),
  merge: merge.nullable(),
  sortKey: z.string(),
});
export type Double = z.infer<typeof double>;

/** What identifies a pair, whichever of the two was found first. */
export function doubleKey(one: string, other: string): string {
  return [one, other].sort().join(' ');
}
