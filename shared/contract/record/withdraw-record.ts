import { line } from '../../ground/typed-text';
import { recordKind } from '../../record/record-kind';
import { z } from '../../zod';
import { action } from '../action';
import { recordRevision, steppedRecord } from './record-reference';

/**
 * Takes a record back for good (撤回), by its unit: the public no longer sees it, and bulletins that are still open lose
 * it. What a closed bulletin printed is withdrawn with a reason and told by the next: INVALID_INPUT at `reason` without one.
 * FROZEN once it is accepted.
 */
export const withdrawRecord = action('withdrawRecord', {
  request: z.strictObject({ ...recordRevision.shape, reason: line.max(200).default('') }),
  reply: steppedRecord.extend({ kind: recordKind }),
});
