import { editionFields, editionId, editionView } from '../../week/edition';
import { editionRework } from '../../week/edition-rework';
import { z } from '../../zod';
import { action } from '../action';

/**
 * Changes what an edition is run by (修改届次). What time has decided stays as it is, and days, cities and series that records need:
 * INVALID_INPUT `already-decided`, or `in-use` with the records and units in the way. What follows for its records is worked out
 * again in steps; `continueEditionChange` says how far that is. The members are told of dates that moved. FROZEN once it is closed.
 */
export const changeEdition = action('changeEdition', {
  request: z.strictObject({ id: editionId, revision: z.int().min(1), fields: editionFields }),
  /** Null when nothing follows for its records. */
  reply: z.object({ edition: editionView, rework: editionRework.nullable() }),
});
