import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';

/** As many as one transaction writes. */
const mostAtOnce = 30;

/** Marks notices as seen (通知已阅): a unit's is seen when one of its members has seen it. Seeing one again changes nothing. */
export const seeNotices = action('seeNotices', {
  request: z.strictObject({ ids: z.array(recordId).min(1).max(mostAtOnce) }),
  reply: z.object({ ids: z.array(z.string()) }),
});
