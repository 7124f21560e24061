import { askedEdition } from '../../week/edition';
import { line } from '../../ground/typed-text';
import { findingKey } from '../../summary/finding';
import { z } from '../../zod';
import { action } from '../action';

/**
 * Stands by a finding as it is (据实说明): the note is kept with the next compilation and printed with it, as long as the record
 * stays in that revision. An empty note takes it back. CONFLICT when the record was changed since it was read.
 */
export const stateAsIs = action('stateAsIs', {
  request: z.strictObject({
    /** Of a unit; a record is stated about in its own. */
    editionId: askedEdition,
    finding: findingKey,
    /** The record's revision; null of a unit. */
    revision: z.int().min(1).nullable(),
    note: line.max(200),
  }),
  reply: z.object({ note: z.string(), at: z.int() }),
});
