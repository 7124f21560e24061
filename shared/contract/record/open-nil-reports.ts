import { nilScope, nilSpan, spanStanding } from '../../record/nil-report';
import { askedEdition } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';

const standing = spanStanding.extend({ span: nilSpan, stated: z.boolean() });

/** How the caller's unit, and for city staff its city, stands for each day and for the week (本单位报送情况). */
export const openNilReports = action('openNilReports', {
  request: z.strictObject({ editionId: askedEdition }),
  reply: z.object({
    subjects: z.array(z.object({ scope: nilScope, name: z.string(), spans: z.array(standing) })),
  }),
});
