import { askedEdition } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';
import { keptRecord } from './record-views';
import { recordKind } from '../../record/record-kind';

/** A unit's own records of a kind (本单位记录), the latest first, a page at a time. */
export const listOwnRecords = action('listOwnRecords', {
  request: z.strictObject({
    kind: recordKind,
    after: z.string().max(80).nullable(),
    editionId: askedEdition,
  }),
  reply: z.object({ records: z.array(keptRecord), next: z.string().nullable() }),
});
