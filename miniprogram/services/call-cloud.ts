import { outcome, type Action } from '#shared/contract/action';
import { AppError, errorDetails, refuse, type Refusal } from '#shared/refusal/errors';
import type { z } from '#shared/zod';
import { fetchText } from '../platform/fetched-text';
import { newRequestId } from '../platform/request-id';
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

/**
 * Calls an action of the cloud; the one way a page does.
 * Rejects with an AppError: the refusal, or UNAVAILABLE when the cloud could not be reached.
 *
 * @param requestId of a write; the same one when the same thing is sent again
 */
export async function callCloud<Name extends ActionName, Request extends z.ZodType, Reply extends z.ZodType>(
  action: Action<Name, Request, Reply>,
  input: z.input<Request>,
  requestId = newRequestId(),
): Promise<z.output<Reply>> {
  let result: unknown;
  try {
    ({ result } = await wx.cloud.callFunction({
      name: action.function,
      data: { action: action.name, input, ...(action.writes ? { requestId } : {}) },
    }));
  } catch (cause) {
    console.info(`${action.name} could not be asked.`, cause);
    throw refuse('UNAVAILABLE', { requestId });
  }
  const answer = outcome.parse(result);
  learnServerTime(answer.serverNow);
  if (!answer.ok) {
    const { code, details } = answer.error;
    throw new AppError({ code, details: errorDetails[code].parse(details) } as Refusal);
  }
  return action.reply.parse(await replyIn(answer, requestId));
}
