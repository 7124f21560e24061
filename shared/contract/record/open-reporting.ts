import { nilSpan, spanStanding } from '../../record/nil-report';
import { jurisdiction } from '../../ground/region';
import { askedEdition } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';

/**
 * Who has reported, stated a nil report or said nothing for a day or the week (报送情况), since when, and whether in time
 * (按时、补报): cities and units, for reviewers.
 */
export const openReporting = action('openReporting', {
  request: z.strictObject({
    span: nilSpan,
    editionId: askedEdition,
  }),
  reply: z.object({
    cities: z.array(spanStanding.extend({ city: z.string() })),
    units: z.array(spanStanding.extend({ unitId: z.string(), unitName: z.string(), city: jurisdiction })),
  }),
});
