import { askedEdition } from '../../week/edition';
import { nilReport, nilScope, nilSpan } from '../../record/nil-report';
import { z } from '../../zod';
import { action } from '../action';

/** Takes a nil report back (撤回零报告): the unit or city has not reported again. NOT_FOUND when none stands. */
export const withdrawNil = action('withdrawNil', {
  request: z.strictObject({ editionId: askedEdition, scope: nilScope, span: nilSpan }),
  reply: z.object({ nilReport }),
});
