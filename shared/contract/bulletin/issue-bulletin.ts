import { bulletinReference } from './bulletin-reference';
import { bulletinView } from '../../bulletin/bulletin';
import { z } from '../../zod';
import { action } from '../action';

/**
 * Issues a compiled bulletin (编发简报): numbers it and closes it to every change. CONFLICT when it was changed since it was opened,
 * FROZEN when it is issued or not compiled, or with `bulletin-outdated` when compiling it now would give another, CONTENT_REJECTED by the content check.
 */
export const issueBulletin = action('issueBulletin', {
  request: z.strictObject({ ...bulletinReference, revision: z.int().min(1) }),
  reply: z.object({ bulletin: bulletinView }),
});
