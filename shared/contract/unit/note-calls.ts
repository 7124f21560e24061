import { callAnswer } from '../../people/unit-contact';
import { askedEdition } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';

const mostAtOnce = 30;

/** `has-content`: the unit has something for the week, and no nil report is stated for it. */
const noteResult = z.enum(['noted', 'has-content', 'closed', 'not-found', 'not-yours']);

/**
 * Notes that units were called and what they said (已电话联系), many at once, each by itself. 据电话答复本周无活动 states the week's nil report
 * for each, under both names; one that is stated already keeps its time. Each unit is told.
 */
export const noteCalls = action('noteCalls', {
  request: z.strictObject({
    editionId: askedEdition,
    unitIds: z.array(recordId).min(1).max(mostAtOnce),
    answer: callAnswer,
  }),
  reply: z.object({ units: z.array(z.object({ unitId: z.string(), result: noteResult })) }),
});
