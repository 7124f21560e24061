import { jurisdiction } from '../ground/region';
import { refuse } from '../refusal/errors';
import { z } from '../zod';

/**
 * How a unit's wish to be a co-host stands: asked (待答复), accepted (已同意, or named by the record's own unit), refused (未同意), left
 * (已退出, or the wish taken back), removed (已移除).
 */
export const coHostingState = z.enum(['asked', 'accepted', 'refused', 'left', 'removed']);
export type CoHostingState = z.infer<typeof coHostingState>;

/** A unit that is a co-host of another unit's activity, or asks to be (联合主办). There is one of an activity and a unit. */
export const coHosting = z.object({
  id: z.string(),
  editionId: z.string(),
  activityId: z.string(),
  /** The activity's name as it was then. */
  activityName: z.string(),
  /** Whose record it is. */
  hostUnitId: z.string(),
  hostUnitName: z.string(),
  hostUnitCity: jurisdiction,
  /** The co-host. */
  unitId: z.string(),
  unitName: z.string(),
  unitCity: jurisdiction,
  state: coHostingState,
  /** When it asked; null where the record's own unit named it. */
  askedAt: z.int().nullable(),
  changedAt: z.int(),
  /** Orders lists by time. */
  sortKey: z.string(),
});
export type CoHosting = z.infer<typeof coHosting>;

/** What is known before a step: how it stands, null when nothing was ever said, and whether the unit is on the record now. */
interface Before {
  state: CoHostingState | null;
  isCoHost: boolean;
}

/**
 * A unit asks to be a co-host (请求联合主办). Asked again it stays as it is. FROZEN once the record's unit has said no, or took it off:
 * that unit may name it still.
 */
export function askedState({ state, isCoHost }: Before): CoHostingState {
  if (isCoHost) return 'accepted';
  if (state === 'refused' || state === 'removed') throw refuse('FROZEN', { state: 'co-host-refused' });
  return 'asked';
}

/** What the record's unit, or its reviewer, may answer: yes, no, or that a co-host is one no more. */
export const coHostAnswer = z.enum(['accept', 'refuse', 'remove']);
export type CoHostAnswer = z.infer<typeof coHostAnswer>;

/**
 * What an answer makes of it; the same answer again leaves it. NOT_FOUND when the unit never asked and is no co-host, FROZEN when it
 * was decided otherwise.
 */
export function answeredState({ state, isCoHost }: Before, answer: CoHostAnswer): CoHostingState {
  if (state === null && !isCoHost) throw refuse('NOT_FOUND', { what: 'co-host' });
  if (answer === 'accept' && (isCoHost || state === 'asked')) return 'accepted';
  if (answer === 'refuse' && !isCoHost && (state === 'asked' || state === 'refused')) return 'refused';
  if (answer === 'remove' && (isCoHost || state === 'removed')) return 'removed';
  throw refuse('FROZEN', { state: 'co-host-decided' });
}

/** A unit leaves as co-host, or takes its wish back (退出). NOT_FOUND when there is nothing to leave. */
export function leftState({ state, isCoHost }: Before): CoHostingState {
  if (!isCoHost && state !== 'asked' && state !== 'left') throw refuse('NOT_FOUND', { what: 'co-host' });
  return 'left';
}

/** Whether the record's own unit may name a unit: not one that left, until it asks itself. */
export function mayBeNamed(state: CoHostingState | null): boolean {
  return state !== 'left';
}
