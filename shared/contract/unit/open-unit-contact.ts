import { callAnswer, unitContact } from '../../people/unit-contact';
import { author } from '../../record/record';
import { askedEdition } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';

/** Whom to call at a unit, and the last call to it (看办公联系): for its city and the bureau alone. */
export const openUnitContact = action('openUnitContact', {
  request: z.strictObject({
    unitId: recordId,
    /** Whose call is shown. */
    editionId: askedEdition,
  }),
  reply: z.object({
    contact: unitContact.strip().nullable(),
    call: z.object({ at: z.int(), by: author, answer: callAnswer }).nullable(),
  }),
});
