import { recordState } from '../../record/record';
import { askedEdition } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';
import { keptRecord } from './record-views';
import { recordKind } from '../../record/record-kind';

/** A reviewer's records of a kind in a state (待审、已退回等), in order, a page at a time: of the city, or of all. */
export const listRecordsInState = action('listRecordsInState', {
  request: z.strictObject({
    kind: recordKind,
    state: recordState,
    after: z.string().max(80).nullable(),
    editionId: askedEdition,
  }),
  reply: z.object({ records: z.array(keptRecord), next: z.string().nullable() }),
});
