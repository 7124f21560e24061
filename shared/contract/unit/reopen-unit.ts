import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';
import { unitDetail } from './unit-views';

/** Takes a closed unit into use again (恢复单位), without members. */
export const reopenUnit = action('reopenUnit', {
  request: z.strictObject({ id: recordId, revision: z.int().min(1) }),
  reply: z.object({ unit: unitDetail }),
});
