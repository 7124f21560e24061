import { printedContent } from '../../bulletin/bulletin-entry';
import { askedEdition, keptEdition } from '../../week/edition';
import { day } from '../../ground/guangdong-time';
import { z } from '../../zod';
import { action } from '../action';

/** The bulletins that are issued (已发简报), the latest first, for the public. */
export const listBulletins = action('listBulletins', {
  request: z.strictObject({ editionId: askedEdition }),
  reply: z.object({
    edition: keptEdition.pick({ id: true, title: true }),
    bulletins: z.array(
      z.object({
        number: z.int(),
        day,
        issuedAt: z.int(),
        lead: z.string(),
        entries: z.array(printedContent.pick({ name: true, city: true, hosts: true })),
      }),
    ),
  }),
});
