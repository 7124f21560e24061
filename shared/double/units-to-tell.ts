import type { RecordEnvelope } from '../record/record';

/** A unit that is to be told (告知) of what became of the record that leads the event its own record is part of. */
export interface UnitToTell {
  unitId: string;
  /** Its own record of the event. */
  recordId: string;
  leadingId: string;
  why: 'leading-returned' | 'leading-withdrawn';
}

/**
 * The other units of a joint event that a change of its leading record concerns: it was returned or withdrawn, and they go on without it.
 * Each unit once, never the one whose record it is, nor one that has withdrawn its own.
 */
export function unitsToTell(
  before: Pick<RecordEnvelope, 'state'>,
  { id, unitId: own, state, joint }: Pick<RecordEnvelope, 'id' | 'unitId' | 'state' | 'joint'>,
): UnitToTell[] {
  if (before.state === state || joint?.leadingId !== id) return [];
  if (state !== 'returned' && state !== 'withdrawn') return [];
  const why = state === 'returned' ? 'leading-returned' : 'leading-withdrawn';
  const told = new Map<string, UnitToTell>();
  for (const { id: recordId, unitId, state: theirs } of joint.members)
    if (unitId !== own && theirs !== 'withdrawn' && !told.has(unitId))
      told.set(unitId, { unitId, recordId, leadingId: id, why });
  return [...told.values()];
}
