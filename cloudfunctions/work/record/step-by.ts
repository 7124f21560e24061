import type { Membership } from '#shared/people/membership';
import type { Author } from '#shared/record/record';

/** A step in a record's life, taken by a member at an instant: for which unit and in which role, never who. */
export function stepBy({ unitId, unitName, role }: Membership, now: number): { by: Author; now: number } {
  return { by: { unitId, unitName, role }, now };
}
