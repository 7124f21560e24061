import { outcome, type Action, type AnyAction } from '#shared/contract/action';
import { AppError, errorDetails, refuse, type Refusal } from '#shared/refusal/errors';
import type { z } from '#shared/zod';
import { fetchText } from '../platform/fetched-text';
import { newRequestId } from '../platform/request-id';
import { actingMembership, settleMembership } from './acting-membership';
import { learnServerTime } from './server-clock';
import type { ActionName } from '#shared/access/actions';

/** The reply itself; a large one is fetched from where the cloud has put it. */
async function replyIn(
  { reply, replyAt }: { reply: unknown; replyAt?: string | undefined },
  requestId: string,
): Promise<unknown> {
  if (replyAt === undefined) return reply;
  try {
    return JSON.parse(await fetchText(replyAt)) as unknown;
  } catch (cause) {
    console.info('A large reply could not be fetched.', cause);
    throw refuse('UNAVAILABLE', { requestId });
  }
}

/** Asks the cloud once, as whoever acts now. UNAVAILABLE when it could not be reached. */
async function ask(
  action: Pick<AnyAction, 'name' | 'function' | 'writes'>,
  input: unknown,
  requestId: string,
): Promise<z.infer<typeof outcome>> {
  let result: unknown;
  try {
    ({ result } = await wx.cloud.callFunction({
      name: action.function,
      data: {
        action: action.name,
        input,
        ...(action.writes ? { requestId } : {}),
        ...actingMembership(action),
      },
    }));
  } catch (cause) {
    console.info(`${action.name} could not be asked.`, cause);
    throw refuse('UNAVAILABLE', { requestId });
  }
  const answer = outcome.parse(result);
  learnServerTime(answer.serverNow);
  return answer;
}

/**
 * Calls an action of the cloud; the one way a page does. Where the person has to choose first as what it is done, it lets them.
 * Rejects with an AppError: the refusal, or UNAVAILABLE when the cloud could not be reached.
 *
 * @param requestId of a write; the same one when the same thing is sent again
 */
export async function callCloud<Name extends ActionName, Request extends z.ZodType, Reply extends z.ZodType>(
  action: Action<Name, Request, Reply>,
  input: z.input<Request>,
  requestId = newRequestId(),
): Promise<z.output<Reply>> {
  for (;;) {
    const answer = await ask(action, input, requestId);
    if (answer.ok) return action.reply.parse(await replyIn(answer, requestId));
    const { code, details } = answer.error;
    const refusal = { code, details: errorDetails[code].parse(details) } as Refusal;
    if (!(await settleMembership(action, refusal))) throw new AppError(refusal);
  }
}
