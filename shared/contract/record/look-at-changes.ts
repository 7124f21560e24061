import { action } from '../action';
import { recordRevision, steppedRecord } from './record-reference';

/** Marks what a unit changed after acceptance as looked at (核对改动). CONFLICT when it changed again meanwhile. */
export const lookAtChanges = action('lookAtChanges', {
  request: recordRevision,
  reply: steppedRecord,
});
