import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';
import { member } from '../unit/unit-views';

/** The members of a unit (单位成员), active and suspended, the earliest first. */
export const listMembers = action('listMembers', {
  request: z.strictObject({ unitId: recordId }),
  reply: z.object({ members: z.array(member.extend({ isSelf: z.boolean() })) }),
});
