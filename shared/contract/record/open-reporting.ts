import { nilSpan, reportingStatus } from '../../record/nil-report';
import { jurisdiction } from '../../ground/region';
import { z } from '../../zod';
import { action } from '../action';

/** Who has reported, stated a nil report or said nothing for a day or the week (报送情况): cities and units, for reviewers. */
export const openReporting = action('openReporting', {
  request: z.strictObject({ span: nilSpan }),
  reply: z.object({
    cities: z.array(z.object({ city: z.string(), status: reportingStatus })),
    units: z.array(
      z.object({ unitId: z.string(), unitName: z.string(), city: jurisdiction, status: reportingStatus }),
    ),
  }),
});
