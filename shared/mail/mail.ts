import { z } from '../zod';

/**
 * A mail that was sent, or was to be (发文记录): to whom, by which unit, with what, and what the mail server said.
 * `queued` is kept before it goes out, so that nobody sends it a second time unawares.
 */
const mail = z.object({
  id: z.string(),
  editionId: z.string(),
  about: z.object({ kind: z.enum(['bulletin', 'summary']), id: z.string() }),
  /** The how manieth mail about it, from 1. */
  attempt: z.int().min(1),
  /** The request that asked for it: repeated, it finds its own mail. */
  requestKey: z.string(),
  /** The unit that sent it. */
  unitId: z.string(),
  unitName: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  attachments: z.array(z.object({ fileName: z.string(), fileID: z.string(), bytes: z.int() })),
  state: z.enum(['queued', 'sent', 'failed']),
  /** When it was asked for. */
  at: z.int(),
  sentAt: z.int().nullable(),
  /** The mail server's answer to a mail it took. */
  response: z.string().nullable(),
  /** Why it did not go out, in Chinese. */
  error: z.string().nullable(),
});
export type Mail = z.infer<typeof mail>;

/** What of a mail is shown. */
export const mailView = mail.pick({
  id: true,
  attempt: true,
  unitName: true,
  to: true,
  subject: true,
  text: true,
  attachments: true,
  state: true,
  at: true,
  sentAt: true,
  response: true,
  error: true,
});
