import { unitState } from '../../people/unit';
import { z } from '../../zod';
import { action } from '../action';
import { unitSearch } from './find-units';
import { unitDetail } from './unit-views';

/** The units a reviewer keeps (单位名录): a city's own, or all of the province's. */
export const listUnits = action('listUnits', {
  request: z.strictObject({ ...unitSearch, state: unitState }),
  reply: z.object({ units: z.array(unitDetail), next: z.string().nullable() }),
});
