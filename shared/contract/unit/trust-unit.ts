import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';
import { unitDetail } from './unit-views';

/** Trusts a unit (免审发布), whose records are then public as they come, or no longer does; what waits stays to be released. */
export const trustUnit = action('trustUnit', {
  request: z.strictObject({ id: recordId, revision: z.int().min(1), isTrusted: z.boolean() }),
  reply: z.object({ unit: unitDetail }),
});
