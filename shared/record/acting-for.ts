import type { Unit } from '../people/unit';
import type { RecordEnvelope } from './record';

/**
 * Whether a reviewer who reaches a record may do with it what its unit may (代报): he, or another reviewer, entered it for the unit, or
 * the unit is closed and nobody else is left to. A record that a unit handed in itself is the unit's to change.
 */
export function mayActFor(
  { enteredBy }: Pick<RecordEnvelope, 'enteredBy'>,
  { state }: Pick<Unit, 'state'>,
): boolean {
  return enteredBy !== null || state === 'closed';
}
