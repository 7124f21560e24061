import { feedback } from '../../feedback/feedback';
import { paragraphs } from '../../ground/typed-text';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from './read-activity';

/** Answers what somebody wrote (答复意见建议). CONFLICT when it was answered or changed meanwhile. */
export const answerFeedback = action('answerFeedback', {
  request: z.strictObject({ id: recordId, revision: z.int().min(1), text: paragraphs.min(2).max(500) }),
  reply: z.object({ feedback }),
});
