import { line } from '../../ground/typed-text';
import { recordKind } from '../../record/record-kind';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';
import { recordRevision, steppedRecord } from './record-reference';

/**
 * Gives a record to another unit (移交记录), by who reviews both; both are told. What bulletins have of it stays under the name it had.
 * FROZEN when it is withdrawn or told under another record, or the unit is closed; CONFLICT.
 */
export const moveRecord = action('moveRecord', {
  request: z.strictObject({ ...recordRevision.shape, toUnitId: recordId, reason: line.min(2).max(200) }),
  reply: steppedRecord.extend({ kind: recordKind }),
});
