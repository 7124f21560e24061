import { day } from '../../ground/guangdong-time';
import { city } from '../../ground/region';
import { line } from '../../ground/typed-text';
import { editionId, editionView } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';

/**
 * Gives a city a later day for its summary, with a reason (准予地市延期报送); given again, the later word counts. What a city submits up to
 * the end of that day is on time; what was received late before stays late. The city's members are told. INVALID_INPUT for a day that is
 * not after the cities' own, or after the province's; FROZEN unless the edition is open.
 */
export const extendCityDeadline = action('extendCityDeadline', {
  request: z.strictObject({
    id: editionId,
    revision: z.int().min(1),
    city,
    day,
    reason: line.min(2).max(100),
  }),
  reply: z.object({ edition: editionView }),
});
