import { proofLength, provenText, writeCode, type CheckInCode } from '#shared/check-in/check-in-code';
import { keyedHashOf } from './keyed-hash';

function proofOf(activityId: string, slot: number): string {
  return keyedHashOf('check-in-code', provenText({ activityId, slot })).slice(0, proofLength);
}

/** The text of an activity's check-in code in one minute (签到码). */
export function makeCheckInCode(activityId: string, slot: number): string {
  return writeCode({ activityId, slot, proof: proofOf(activityId, slot) });
}

/** Whether the cloud made a code. */
export function isProven({ activityId, slot, proof }: CheckInCode): boolean {
  return proofOf(activityId, slot) === proof;
}
