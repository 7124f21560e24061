import { z } from '../zod';
import { rowOf, type ActionName, type ActionRow } from '../access/actions';
import { errorDetails, type ErrorCode, type Refusal } from '../refusal/errors';

/** An action's contract: the shapes of its request and reply, with what its row says of calling it. */
export interface Action<
  Name extends ActionName,
  Request extends z.ZodType,
  Reply extends z.ZodType,
> extends Pick<ActionRow, 'function' | 'writes'> {
  name: Name;
  request: Request;
  reply: Reply;
}

/** Any action, where its shapes do not matter. */
export type AnyAction = Action<ActionName, z.ZodType, z.ZodType>;

/** Declares the shapes of an action that the table has: `action('readActivity', { request, reply })`. */
export function action<Name extends ActionName, Request extends z.ZodType, Reply extends z.ZodType>(
  name: Name,
  { request, reply }: { request: Request; reply: Reply },
): Action<Name, Request, Reply> {
  const { function: served, writes } = rowOf(name);
  return { name, function: served, writes, request, reply };
}

/** Made by the phone, once for each thing a person wants done; a repetition carries the same. */
export const requestId = z.string().regex(/^[0-9a-f]{32}$/);

/** What the phone sends to a function. `userInfo` is the platform's own addition; identity never comes from it. */
export const envelope = z.strictObject({
  action: z.string().max(40),
  requestId: requestId.optional(),
  /** Which of the person's memberships acts (以哪个身份): needed by who has several that may. */
  membershipId: z.string().max(64).optional(),
  input: z.unknown(),
  userInfo: z.unknown().optional(),
  tcbContext: z.unknown().optional(),
});

const answered = z.object({
  ok: z.literal(true),
  serverNow: z.int(),
  reply: z.unknown(),
  /** Where the reply can be fetched, when it is larger than the platform answers a phone with. */
  replyAt: z.url().optional(),
});
const refused = z.object({
  ok: z.literal(false),
  serverNow: z.int(),
  error: z.object({
    code: z.enum(Object.keys(errorDetails) as [ErrorCode, ...ErrorCode[]]),
    details: z.unknown(),
  }),
});

/** What a function answers: a reply or a refusal, and the server's time to correct the phone's countdown by. */
export const outcome = z.discriminatedUnion('ok', [answered, refused]);
export type Outcome =
  | { ok: true; serverNow: number; reply: unknown; replyAt?: string }
  | { ok: false; serverNow: number; error: Refusal };
