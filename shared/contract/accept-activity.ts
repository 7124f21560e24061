import { z } from '../zod';
import { action } from './action';
import { recordId } from './read-activity';

/** Accepts a reported record (审核通过). CONFLICT when it was changed since it was read, FROZEN when it is not reported. */
export const acceptActivity = action({
  function: 'bureau',
  name: 'acceptActivity',
  writes: true,
  request: z.strictObject({ id: recordId, revision: z.int().min(1) }),
  reply: z.object({ id: z.string(), revision: z.int() }),
});
