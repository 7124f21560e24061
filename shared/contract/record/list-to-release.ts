import { editionId } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';
import { activity } from '../../record/activity';

/** The activities that wait to be released (待发布), in order, a page at a time: of the city, or of all. Other kinds are released by being accepted. */
export const listToRelease = action('listToRelease', {
  request: z.strictObject({
    after: z.string().max(80).nullable(),
    /** An earlier edition; null for the one that is on. */
    editionId: editionId.nullable().default(null),
  }),
  reply: z.object({ activities: z.array(activity), next: z.string().nullable() }),
});
