import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';
import { steppedRecord } from './record-reference';

/**
 * Joins an activity that another unit logged as a co-host (作为协办加入), instead of logging it again. FROZEN when it is
 * returned, withdrawn or merged; joining twice joins once.
 */
export const joinAsCoHost = action('joinAsCoHost', {
  request: z.strictObject({ id: recordId }),
  reply: steppedRecord,
});
