import { dayMs, hourMs, minuteMs } from '../ground/durations';
import type { Activity } from '../record/activity';
import { instantOf } from '../ground/guangdong-time';

/** A code is shown for one minute, then the next. */
export const slotMs = minuteMs;

/** Codes are handed out ahead, so that the venue's phone can show them without network: two hours of them. */
export const slotsAhead = 120;

/** How long after its minute a scan may still arrive: a phone may be offline until its owner is home. */
export const latestArrivalMs = 48 * hourMs;

/** How far a venue's phone may run ahead of the server. */
const fastestClockMs = 5 * minuteMs;

const opensBeforeMs = 2 * hourMs;
const closesAfterMs = hourMs;

/** A check-in code as a phone reads it (签到码): which activity, which minute, and the proof that the cloud made it. */
export interface CheckInCode {
  activityId: string;
  slot: number;
  proof: string;
}

/** As many hexadecimal digits of the proof go into a code. */
export const proofLength = 16;

const codeText = new RegExp(`^SCZ1\\.([0-9a-zA-Z-]{1,64})\\.([0-9a-z]{1,8})\\.([0-9a-f]{${proofLength}})$`);

/** The minute an instant lies in. */
export function slotOf(instant: number): number {
  return Math.floor(instant / slotMs);
}

/** What the proof of a code is made of. */
export function provenText({ activityId, slot }: Pick<CheckInCode, 'activityId' | 'slot'>): string {
  return `${activityId} ${slot}`;
}

/** The text in the code's picture. */
export function writeCode({ activityId, slot, proof }: CheckInCode): string {
  return `SCZ1.${activityId}.${slot.toString(36)}.${proof}`;
}

/** Reads a code's text; null when it is none. */
export function readCode(text: string): CheckInCode | null {
  const found = codeText.exec(text);
  if (found === null) return null;
  const [, activityId = '', slot = '', proof = ''] = found;
  return { activityId, slot: parseInt(slot, 36), proof };
}

type Times = Pick<Activity, 'firstDay' | 'lastDay' | 'startTime' | 'endTime'>;

/** From when to when codes of an activity count: two hours before it begins to an hour after it ends, whole days where nobody gave times. */
export function checkInPeriod({ firstDay, lastDay, startTime, endTime }: Times): {
  opensAt: number;
  closesAt: number;
} {
  const opensAt =
    startTime === null ? instantOf(firstDay, '00:00') : instantOf(firstDay, startTime) - opensBeforeMs;
  const closesAt =
    endTime === null ? instantOf(lastDay, '00:00') + dayMs : instantOf(lastDay, endTime) + closesAfterMs;
  return { opensAt, closesAt };
}

export type ScanDecision =
  { result: 'counts' } | { result: 'too-late'; closedAt: number } | { result: 'not-a-code-of-its-time' };

/**
 * Whether a scanned code counts when it arrives at an instant of the server's clock. The minute of the code decides, not
 * the arrival: a scan made offline counts when its phone is back, up to two days later.
 */
export function decideScan(activity: Times, slot: number, arrivedAt: number): ScanDecision {
  const shownAt = slot * slotMs;
  const { opensAt, closesAt } = checkInPeriod(activity);
  if (shownAt + slotMs <= opensAt || shownAt >= closesAt) return { result: 'not-a-code-of-its-time' };
  if (shownAt > arrivedAt + fastestClockMs) return { result: 'not-a-code-of-its-time' };
  const closedAt = shownAt + slotMs + latestArrivalMs;
  return arrivedAt < closedAt ? { result: 'counts' } : { result: 'too-late', closedAt };
}
