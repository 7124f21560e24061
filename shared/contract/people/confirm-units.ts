import { askedEdition } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';

const mostAtOnce = 30;
const confirmResult = z.enum(['confirmed', 'closed', 'not-found', 'not-yours']);

/**
 * Confirms for an edition that units are in use (在用), many at once, each by itself: the rights of their members that slept wake, and each
 * is told. What is in use no more is closed (停用), what is called otherwise is renamed (改名), by the actions of units. A city confirms its
 * units, the bureau all, and alone the departments, whose members review others.
 */
export const confirmUnits = action('confirmUnits', {
  request: z.strictObject({
    editionId: askedEdition,
    unitIds: z.array(recordId).min(1).max(mostAtOnce),
  }),
  reply: z.object({
    units: z.array(z.object({ unitId: z.string(), result: confirmResult, members: z.int() })),
  }),
});
