import { printedContent } from '../../bulletin/bulletin-entry';
import { toldCorrection } from '../../bulletin/correction';
import { askedEdition, keptEdition } from '../../week/edition';
import { day } from '../../ground/guangdong-time';
import { z } from '../../zod';
import { action } from '../action';

/** A bulletin as the public reads it: what was printed, and not how the cities stood. */
export const publicBulletin = z.object({
  number: z.int(),
  day,
  issuer: z.string(),
  issuedAt: z.int(),
  lead: z.string(),
  entries: z.array(printedContent.omit({ under: true })),
  corrections: z.array(toldCorrection.pick({ saidOn: true, name: true, unitName: true, differences: true })),
  note: z.string(),
});

/** One issued bulletin as it was printed (阅读简报), for the public. NOT_FOUND while it is not issued. */
export const readBulletin = action('readBulletin', {
  request: z.strictObject({ editionId: askedEdition, number: z.int().min(1).max(1000) }),
  reply: publicBulletin.extend({ edition: keptEdition.pick({ id: true, title: true }) }),
});
