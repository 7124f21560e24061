import { action } from '../action';
import { recordRevision, steppedRecord } from './record-reference';

/** Accepts a reported record (审核通过). CONFLICT when it was changed since it was read, FROZEN when it is not reported. */
export const acceptRecord = action('acceptRecord', {
  request: recordRevision,
  reply: steppedRecord,
});
