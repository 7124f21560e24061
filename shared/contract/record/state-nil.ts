import { askedEdition } from '../../week/edition';
import { nilReport, nilScope, nilSpan } from '../../record/nil-report';
import { z } from '../../zod';
import { action } from '../action';

/**
 * States that there is nothing for a day or for the week (零报告), by the name of the caller's unit: for the unit, or by
 * city staff for their city. FROZEN with `has-content` when there is something; INVALID_INPUT for a day outside the week.
 */
export const stateNil = action('stateNil', {
  request: z.strictObject({ editionId: askedEdition, scope: nilScope, span: nilSpan }),
  reply: z.object({ nilReport }),
});
