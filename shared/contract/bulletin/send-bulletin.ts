import { bulletinReference } from './bulletin-reference';
import { mailView } from '../../mail/mail';
import { z } from '../../zod';
import { action } from '../action';

/**
 * Sends an issued bulletin to the edition's mailbox (报送简报), the Word file with it, and keeps what was sent. A mail that did not go
 * out is kept as failed with the reason, and can be sent again. FROZEN with `bulletin-open` before it is issued, with `mail-sent`
 * or `mail-queued` when one went out or is on its way, unless another is wanted.
 */
export const sendBulletin = action('sendBulletin', {
  request: z.strictObject({
    ...bulletinReference,
    /** Send it although it was sent before. */
    again: z.boolean(),
  }),
  reply: z.object({ mail: mailView }),
});
