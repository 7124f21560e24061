import { z } from '../../zod';
import { action } from '../action';

/**
 * Has the content check asked again about what its author handed in while it could not be asked (补查自己的内容): WeChat answers only
 * about people who were here within two hours, so the phone calls this when `openWorkbench` says that something waits.
 */
export const checkOwnWaiting = action('checkOwnWaiting', {
  request: z.strictObject({}),
  /** How many were asked about. */
  reply: z.object({ asked: z.int() }),
});
