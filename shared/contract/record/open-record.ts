import { z } from '../../zod';
import { action } from '../action';
import { recordReference } from './record-reference';
import { keptRecord } from './record-views';

const related = z.object({ id: z.string(), name: z.string(), unitName: z.string(), unitCity: z.string() });

/** One whole record, for its unit and its reviewers, with what it was merged into and what was merged into it. */
export const openRecord = action('openRecord', {
  request: recordReference,
  reply: z.object({ kept: keptRecord, mergedInto: related.nullable(), merged: z.array(related) }),
});
