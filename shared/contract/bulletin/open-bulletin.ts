import { bulletinReference } from './bulletin-reference';
import { bulletinView } from '../../bulletin/bulletin';
import { bulletinException } from '../../bulletin/bulletin-exception';
import { correction, difference } from '../../bulletin/correction';
import { mailView } from '../../mail/mail';
import { keptEdition } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';

/** How far a day's bulletin is (简报状态): 收报中、已截止、已汇编、已编发. The first two are a matter of time. */
const bulletinStage = z.enum(['collecting', 'closed', 'compiled', 'issued']);

/**
 * A day's bulletin before the staff (编简报): as it stands, or as it would be compiled of what has come so far; the exceptions of
 * the day, what was corrected of it since, and the mails it went out with.
 */
export const openBulletin = action('openBulletin', {
  request: z.strictObject(bulletinReference),
  reply: z.object({
    edition: keptEdition.pick({
      id: true,
      title: true,
      firstDay: true,
      lastDay: true,
      cutOff: true,
      bulletinMailbox: true,
    }),
    stage: bulletinStage,
    opensAt: z.int(),
    /** When the day closes: at its cut-off, or with the last exception that runs. */
    closesAt: z.int(),
    /** From when on it can be compiled: what was received in the last moment is kept by then. */
    settledAt: z.int(),
    bulletin: bulletinView,
    /** Compiled, and compiling it now would give another. */
    isOutdated: z.boolean(),
    exceptions: z.array(bulletinException),
    /** Corrections of what this bulletin says; a later one tells them. */
    correctedSince: z.array(
      correction
        .pick({ entryId: true, at: true, unitName: true, reason: true, listedOn: true })
        .extend({ name: z.string(), differences: z.array(difference) }),
    ),
    mails: z.array(mailView),
  }),
});
