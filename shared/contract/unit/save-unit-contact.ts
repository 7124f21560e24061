import { unitContact } from '../../people/unit-contact';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';

/** Sets whom a unit's reviewers call (办公联系), by the unit or a reviewer of it. What was set is not repeated in the answer. */
export const saveUnitContact = action('saveUnitContact', {
  request: z.strictObject({ unitId: recordId, contact: unitContact }),
  reply: z.object({ unitId: z.string() }),
});
