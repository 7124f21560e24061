import { mailView } from '../../mail/mail';
import { z } from '../../zod';
import { action } from '../action';
import { summaryId } from './summary-views';

/**
 * Sends the province's submitted version to the edition's mailbox (报部), workbook and report with it, and keeps what was sent. A
 * mail that did not go out is kept as failed with the reason, and can be sent again. FROZEN with `not-submitted` before the
 * version is submitted, with `mail-sent` or `mail-queued` when one went out or is on its way, unless another is wanted.
 */
export const mailSummary = action('mailSummary', {
  request: z.strictObject({
    summaryId,
    /** Send it although it was sent before. */
    again: z.boolean(),
  }),
  reply: z.object({ mail: mailView }),
});
