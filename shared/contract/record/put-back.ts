import { line } from '../../ground/typed-text';
import { z } from '../../zod';
import { action } from '../action';
import { recordReference } from './record-reference';

/** Puts a record back before the public that was taken down (恢复公开). FROZEN when it was not. */
export const putBack = action('putBack', {
  request: z.strictObject({ ...recordReference.shape, reason: line.min(2).max(200) }),
  reply: recordReference.strip(),
});
