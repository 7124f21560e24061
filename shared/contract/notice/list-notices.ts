import { notice } from '../../notice/notice';
import { z } from '../../zod';
import { action } from '../action';

/** A notice before whom it is for, with the own units it is for; none for one to the person. */
const shownNotice = notice
  .omit({ to: true, stands: true, seenBy: true })
  .extend({ units: z.array(z.object({ unitId: z.string(), unitName: z.string() })) });

/** What the person and the person's units were told and nobody has seen (看通知), the latest first. */
export const listNotices = action('listNotices', {
  request: z.strictObject({}),
  reply: z.object({ notices: z.array(shownNotice) }),
});
