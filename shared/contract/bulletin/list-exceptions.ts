import { askedEdition } from '../../week/edition';
import { bulletinException } from '../../bulletin/bulletin-exception';
import { day } from '../../ground/guangdong-time';
import { z } from '../../zod';
import { action } from '../action';

/** The exceptions of a day, or of the whole edition (补报许可), revoked ones too, in the order they were granted. */
export const listExceptions = action('listExceptions', {
  request: z.strictObject({ editionId: askedEdition, day: day.nullable() }),
  reply: z.object({ exceptions: z.array(bulletinException) }),
});
