import { unitFields } from '../../people/unit';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';
import { unitDetail } from './unit-views';

/**
 * Keeps a unit, new or changed (保存单位). A new name is its members' unit name at once. FORBIDDEN to a city for an authority or
 * another city's unit; INVALID_INPUT `taken` when the city has a unit of that name.
 */
export const saveUnit = action('saveUnit', {
  request: z.strictObject({
    /** Null for a new unit. */
    change: z.strictObject({ id: recordId, revision: z.int().min(1) }).nullable(),
    unit: unitFields,
  }),
  reply: z.object({ unit: unitDetail }),
});
