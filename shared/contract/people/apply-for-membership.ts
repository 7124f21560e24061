import { application } from '../../people/application';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';
import { ownApplication } from '../unit/unit-views';

/** Asks to log for a unit (申请加入), as an organiser. FROZEN for who is in, has applied already, or has too many open. */
export const applyForMembership = action('applyForMembership', {
  request: z.strictObject({ unitId: recordId, alias: application.shape.alias, note: application.shape.note }),
  reply: z.object({ application: ownApplication }),
});
