import { editionId } from '../../week/edition';
import { editionRework } from '../../week/edition-rework';
import { z } from '../../zod';
import { action } from '../action';

/**
 * Goes on with what a change of an edition makes of its records (接着重算记录), for a few seconds, and says how far it is; null when it
 * never needed any. The timer goes on with it too. FROZEN once the edition is closed.
 */
export const continueEditionChange = action('continueEditionChange', {
  request: z.strictObject({ id: editionId }),
  reply: z.object({ rework: editionRework.nullable() }),
});
