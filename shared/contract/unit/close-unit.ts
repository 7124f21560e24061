import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';
import { unitDetail } from './unit-views';

/** Closes a unit (停用单位): its members leave, nobody joins, its records stay. FROZEN for the bureau's last member. */
export const closeUnit = action('closeUnit', {
  request: z.strictObject({ id: recordId, revision: z.int().min(1) }),
  reply: z.object({ unit: unitDetail }),
});
