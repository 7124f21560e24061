import { z } from '../../zod';
import { recordId } from '../public/read-activity';
import { recordKind } from '../../record/record-kind';

/** A record, whatever it is about. */
export const recordReference = z.strictObject({ kind: recordKind, id: recordId });

/** A record in the revision that was read; CONFLICT when it is another by now. */
export const recordRevision = z.strictObject({ ...recordReference.shape, revision: z.int().min(1) });

/** What a step leaves of a record: the revision the next change names. */
export const steppedRecord = z.object({ id: z.string(), revision: z.int() });
