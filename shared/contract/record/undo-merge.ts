import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';
import { steppedRecord } from './record-reference';

/** Undoes a merge (撤销合并) by its pair: each record is again what it was. NOT_FOUND when the pair is not merged. */
export const undoMerge = action('undoMerge', {
  request: z.strictObject({ id: recordId }),
  reply: z.object({ stays: steppedRecord, other: steppedRecord }),
});
