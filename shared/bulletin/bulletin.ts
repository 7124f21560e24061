import { contentCheck } from '../record/record';
import { city, jurisdiction } from '../ground/region';
import { day } from '../ground/guangdong-time';
import { z } from '../zod';
import { bulletinEntry } from './bulletin-entry';
import { bulletinException } from './bulletin-exception';
import { toldCorrection } from './correction';

/** A line of a bulletin: an activity, or a joint event with all its hosts. */
export const bulletinItem = bulletinEntry
  .omit({ editionId: true, day: true, eventId: true, activityRevision: true, withdrawn: true, under: true })
  .extend({
    /** Whose units reported it for the day: of a joint event it may be several cities'. */
    unitCities: z.array(jurisdiction),
    /** Received after the cut-off, under an exception (补报); otherwise on time (按时). */
    isLate: z.boolean(),
  });
export type BulletinItem = z.infer<typeof bulletinItem>;

/** How the cities stand for a day (报送情况): 有内容、零报告、未报, each in the edition's order. */
const cityStanding = z.object({
  withContent: z.array(city),
  nil: z.array(city),
  silent: z.array(city),
});
export type CityStanding = z.infer<typeof cityStanding>;

/** What compiling decides of a bulletin. The same facts give the same, whenever and however often it is compiled. */
export const bulletinContent = z.object({
  /** What is printed, in order. */
  printed: z.array(bulletinItem),
  /** What was received and is not printed, by the staff's choice. */
  leftOut: z.array(bulletinItem),
  corrections: z.array(toldCorrection),
  standing: cityStanding,
  /** Listed in the bulletin's record, not in its print. */
  exceptions: z.array(
    bulletinException.pick({ id: true, unitName: true, until: true, reason: true, usedAt: true }),
  ),
  /** The opening paragraph (导语). */
  lead: z.string(),
});
export type BulletinContent = z.infer<typeof bulletinContent>;

/**
 * The bulletin of a day (活动周简报).
 * `open`: to be compiled, also again after an exception was granted; `compiled`; `issued`: numbered, and never changed again.
 * That it collects or has closed is a matter of time and is not kept.
 */
const bulletin = z.object({
  id: z.string(),
  editionId: z.string(),
  day,
  state: z.enum(['open', 'compiled', 'issued']),
  revision: z.int().min(1),
  createdAt: z.int(),
  updatedAt: z.int(),
  compiledAt: z.int().nullable(),
  ...bulletinContent.shape,
  /** Whether the staff chose the order, or wrote the lead: then compiling again leaves it. */
  isOrderOwn: z.boolean(),
  isLeadOwn: z.boolean(),
  /** A word of the staff at the end (编者按); empty when there is none. */
  note: z.string(),
  /** 第N期, in the order of issue. */
  number: z.int().nullable(),
  issuedAt: z.int().nullable(),
  /** The unit that issued it, and who did for it: the content check is asked in that name. */
  issuer: z.string().nullable(),
  issuedBy: z.string().nullable(),
  /** What the content check said of its text; the public reads it only when it passed. */
  check: contentCheck,
});
export type Bulletin = z.infer<typeof bulletin>;

/** A bulletin once it is issued: it has its number, and whose it is. */
export type IssuedBulletin = Bulletin & { number: number; issuedAt: number; issuer: string };

/** What the staff are shown of a bulletin. */
export const bulletinView = bulletin.omit({ issuedBy: true });

/** What people wrote of what a bulletin shows the public: what the content check has to pass. */
export function publishedTextsOf({
  lead,
  note,
  printed,
  corrections,
}: Pick<Bulletin, 'lead' | 'note' | 'printed' | 'corrections'>): string[] {
  return [
    lead,
    note,
    ...printed.flatMap(({ name, hosts, coHosts, venue, about }) => [
      name,
      ...hosts,
      ...coHosts,
      venue,
      about,
    ]),
    ...corrections.flatMap(({ differences }) => differences.map(({ now }) => now)),
  ];
}

/** A day has one bulletin. */
export function bulletinId(editionId: string, onDay: string): string {
  return `${editionId}-${onDay}`;
}

/** A bulletin that nothing was compiled of yet. */
export function openBulletinOf(editionId: string, onDay: string, now: number): Bulletin {
  return {
    id: bulletinId(editionId, onDay),
    editionId,
    day: onDay,
    state: 'open',
    revision: 1,
    createdAt: now,
    updatedAt: now,
    compiledAt: null,
    printed: [],
    leftOut: [],
    corrections: [],
    standing: { withContent: [], nil: [], silent: [] },
    exceptions: [],
    lead: '',
    isOrderOwn: false,
    isLeadOwn: false,
    note: '',
    number: null,
    issuedAt: null,
    issuer: null,
    issuedBy: null,
    check: 'waiting',
  };
}
