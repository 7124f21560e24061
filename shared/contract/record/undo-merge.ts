import { recordKind } from '../../record/record-kind';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';
import { mergeReason } from './merge-reason';
import { steppedRecord } from './record-reference';

/**
 * Undoes a merge (撤销合并) by its pair: each record is by itself again, as its own unit has it now. NOT_FOUND when the pair is not
 * merged; INVALID_INPUT at `reason` when a closed bulletin is made wrong by it and no reason is given.
 */
export const undoMerge = action('undoMerge', {
  request: z.strictObject({ id: recordId, reason: mergeReason }),
  reply: z.object({ kind: recordKind, stays: steppedRecord, other: steppedRecord }),
});
