import { day, type Day } from '../ground/guangdong-time';
import { jurisdiction } from '../ground/region';
import { z } from '../zod';

/** A record that nobody has settled: 待审核, 退回未改, or 预告后未报人数. */
const waitingRecord = z.object({
  kind: z.enum(['activity', 'policy', 'showcase']),
  id: z.string(),
  name: z.string(),
  unitName: z.string(),
});

const waitingRecords = z.object({ count: z.int(), first: z.array(waitingRecord) });
export type WaitingRecords = z.infer<typeof waitingRecords>;

/** What an edition still has open before it is closed (归档前未了事项). */
export const stillOpen = z.object({
  /** The days whose bulletins are not issued. */
  bulletins: z.array(day),
  /** Exceptions that units may still report under. */
  exceptions: z.array(z.object({ id: z.string(), unitName: z.string(), day, until: z.int() })),
  /** Of what state the records are that wait: all of them counted, the first few named. */
  reported: waitingRecords,
  returned: waitingRecords,
  announced: waitingRecords,
  /** The cities that have submitted nothing, or were given it back. */
  cities: z.array(jurisdiction),
  /** Whether the province has yet to submit to the ministry. */
  province: z.boolean(),
  /** The day up to which the province may submit on time; null once it is over. */
  provinceDeadline: day.nullable(),
});
export type StillOpen = z.infer<typeof stillOpen>;

/** Whether closing an edition wants a reason: something is still open, or may still come on time. */
export function wantsReason({
  bulletins,
  exceptions,
  reported,
  returned,
  announced,
  cities,
  province,
  provinceDeadline,
}: StillOpen): boolean {
  const lists: readonly (readonly unknown[])[] = [bulletins, exceptions, cities];
  const waiting = reported.count + returned.count + announced.count;
  return lists.some(({ length }) => length > 0) || waiting > 0 || province || provinceDeadline !== null;
}

/** The deadline's day while it is not over; null from the moment it is. */
export function unlessOver(deadline: Day, today: Day): Day | null {
  return today > deadline ? null : deadline;
}
