import { askedEdition } from '../../week/edition';
import type { BulletinWish } from '../../bulletin/report-for-bulletin';
import { activity, activityDraft } from '../../record/activity';
import { line } from '../../ground/typed-text';
import { day } from '../../ground/guangdong-time';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';

/**
 * Whether the day's bulletin should have it (重要活动):
 * `none`, not important; `report`, take it into the bulletin or refuse with CUTOFF_PASSED;
 * `keep-for-summary`, important but too late, kept for the week's summary and marked 未入当日简报.
 */
const bulletinWish = z.enum(['none', 'report', 'keep-for-summary']) satisfies z.ZodType<BulletinWish>;

/**
 * Logs an activity, or changes one (填报、修改活动): the own unit's, or as a reviewer for a unit of the own reach (代报).
 * Refuses with INVALID_INPUT, CUTOFF_PASSED, CONFLICT when the revision is stale, FROZEN when it is withdrawn, FORBIDDEN for another
 * unit's, CONTENT_REJECTED. What is accepted, or printed in a closed bulletin, is changed only with a reason.
 */
export const saveActivity = action('saveActivity', {
  request: z.strictObject({
    /** The unit that a reviewer enters a new one for (代报); null for the own. */
    forUnitId: recordId.nullable().default(null),
    /** Null for a new one; else the record and the revision that was opened. */
    change: z.strictObject({ id: recordId, revision: z.int().min(1) }).nullable(),
    /** For a new one: a change is of the record's own edition. */
    editionId: askedEdition,
    activity: activityDraft,
    bulletin: bulletinWish,
    /** Which day's bulletin, for an activity of several days; null for its own day. */
    bulletinDay: day.nullable(),
    /** Why; asked for once the record is accepted or a closed bulletin has printed it (更正). */
    reason: line.max(100).default(''),
  }),
  reply: z.object({ activity }),
});
