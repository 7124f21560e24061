import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';
import { member } from '../unit/unit-views';

/** Gives a suspended member the rights back (恢复成员), or confirms one for the edition that asked (确认成员). */
export const resumeMember = action('resumeMember', {
  request: z.strictObject({ membershipId: recordId }),
  reply: z.object({ member }),
});
