import { bulletinReference } from './bulletin-reference';
import { bulletinView } from '../../bulletin/bulletin';
import { paragraphs } from '../../ground/typed-text';
import { z } from '../../zod';
import { action } from '../action';

/**
 * Orders and picks the entries of a compiled bulletin, and writes its lead and note (编辑简报). CONFLICT when it was changed since
 * it was opened, FROZEN when it is issued or not compiled, CONTENT_REJECTED by the content check.
 */
export const editBulletin = action('editBulletin', {
  request: z.strictObject({
    ...bulletinReference,
    revision: z.int().min(1),
    /** The entries to print, in order; the others are left out. */
    order: z.array(z.string().max(80)).max(1000),
    /** Empty for the lead the bulletin has by itself. */
    lead: paragraphs.max(1000),
    note: paragraphs.max(500),
  }),
  reply: z.object({ bulletin: bulletinView }),
});
