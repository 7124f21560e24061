import { followUp, followUpDraft } from '../../record/showcase';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';

/** Writes down a service given (跟踪服务): by the showcase's unit or its reviewers; only ever added. */
export const addFollowUp = action('addFollowUp', {
  request: z.strictObject({ id: recordId, followUp: followUpDraft }),
  reply: z.object({ followUp }),
});
