import { z } from '../zod';
import { inTheWay } from './in-the-way';
import { frozenStates } from './frozen-states';
import { problems, type Problem } from './problems';
import { day } from '../ground/guangdong-time';
import { jurisdiction } from '../ground/region';

/** A field that was filled in wrongly: its path, what is wrong (see `field-problem`), and the limit it broke if it has one. */
const fieldProblem = z.object({
  field: z.string(),
  /** A phone may be older than the cloud that answers it. */
  problem: z.enum(problems).catch('wrong'),
  limit: z.number().nullable(),
});
export type FieldProblem = z.infer<typeof fieldProblem>;

/** What can be missing, by what a person calls it. */
const missable = z.enum([
  'edition',
  'activity',
  'record',
  'unit',
  'membership',
  'invitation',
  'application',
  'bulletin',
  'exception',
  'summary',
  'submission',
  'merge',
  'double',
  'nil-report',
  'co-host',
  'file',
  'feedback',
  'claim',
  'notice',
]);

/** What can have a last moment. */
const expirable = z.enum(['invitation', 'exception', 'check-in', 'bulletin', 'edition', 'cancelling']);

/** A membership before the person who has to choose which one acts: the roles are those of `people`, which stands on this. */
const choosable = z.object({ id: z.string(), unitName: z.string(), role: z.string(), city: jurisdiction });

/** Every refusal a person can meet, with its details. Nothing outside this table leaves the cloud. */
export const errorDetails = {
  /** The bulletin's cut-off of that day has passed; the record can still be kept for the week's summary. */
  CUTOFF_PASSED: z.object({ day, closedAt: z.int(), serverNow: z.int() }),
  /** The last moment for this has passed, and nothing was saved. */
  DEADLINE_PASSED: z.object({ what: expirable, closedAt: z.int(), serverNow: z.int() }),
  /** The platform did not say who is calling. */
  NOT_SIGNED_IN: z.object({}),
  /** Nothing the person is may do this; whether the person is a member of anything. */
  NO_MEMBERSHIP: z.object({
    isMember: z.boolean(),
    /** One that would let them is there, and waits to be confirmed for the edition. */
    isAsleep: z.boolean().default(false),
  }),
  /** Several of the person's memberships may do this, and none was chosen; nothing was saved. */
  CHOOSE_MEMBERSHIP: z.object({ memberships: z.array(choosable) }),
  /** The membership that acts may do this, but not to this record; or the one that was named may not act here, or not any more. */
  FORBIDDEN: z.object({ what: z.literal('membership').optional() }),
  /** There is no such record, or not any more for this person. */
  NOT_FOUND: z.object({ what: missable }),
  /** Some fields are wrong; nothing was saved. */
  INVALID_INPUT: z.object({
    fields: z.array(fieldProblem),
    /** The records and units that stand in the way, where a field is `in-use`. */
    inTheWay: inTheWay.optional(),
  }),
  /** Someone else changed the record since it was opened; nothing was saved. */
  CONFLICT: z.object({ current: z.looseObject({ revision: z.int(), updatedAt: z.int() }) }),
  /** The same request id came before with other content, and that was done; nothing was saved now. */
  DUPLICATE: z.object({}),
  /** The record is accepted or otherwise closed to this change. */
  FROZEN: z.object({ state: z.enum(frozenStates).catch('otherwise') }),
  /** Too often in too short a time; nothing was saved. */
  RATE_LIMITED: z.object({ retryAt: z.int() }),
  /** WeChat's content check holds the text or picture unfit for the public; nothing was saved. */
  CONTENT_REJECTED: z.object({ field: z.string() }),
  /** Something failed that is not the person's doing. Repeating is safe. */
  UNAVAILABLE: z.object({ requestId: z.string() }),
} satisfies Record<string, z.ZodType>;

export type ErrorCode = keyof typeof errorDetails;
export type ErrorDetails = { [Code in ErrorCode]: z.infer<(typeof errorDetails)[Code]> };
/** A refusal as it travels: the code with the details that belong to it. */
export type Refusal = { [Code in ErrorCode]: { code: Code; details: ErrorDetails[Code] } }[ErrorCode];

/** An expected refusal, thrown where it happens and translated once at the function's entry. */
export class AppError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = 'AppError';
    this.refusal = refusal;
  }
}

/** Makes the refusal to throw: `throw refuse('NOT_FOUND', { what: 'activity' })`. */
export function refuse<Code extends ErrorCode>(code: Code, details: ErrorDetails[Code]): AppError {
  return new AppError({ code, details } as Refusal);
}

/** What to refuse one wrong field with: `throw wrongField('span', 'not-in-the-week')`. */
export function wrongField(field: string, problem: Problem, limit: number | null = null): AppError {
  return refuse('INVALID_INPUT', { fields: [{ field, problem, limit }] });
}
