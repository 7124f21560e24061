import { isPushedByPlatform } from '../platform/caller-identity';
import { readClock } from '../platform/clock';
import { inAuditedTransaction } from './audited';
import type { Step } from './handler';

/** Does what follows from a message of the platform. */
export type PushHandler = (event: unknown, context: { step: Step }) => Promise<void>;

function eventOf(message: unknown): string {
  const { MsgType: type, Event: name }: { MsgType?: unknown; Event?: unknown } =
    typeof message === 'object' && message !== null ? message : {};
  return type === 'event' && typeof name === 'string' ? name : '';
}

/**
 * The `main` of the function that WeChat's messages are delivered to (消息推送), by the events it takes. Whoever else calls it, and
 * whatever else is sent, changes nothing and learns nothing: the answer is always the same.
 */
export function servePush(
  handlers: Readonly<Record<string, PushHandler>>,
): (event: unknown) => Promise<string> {
  return async (event) => {
    const name = eventOf(event);
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
    if (handler === undefined || !isPushedByPlatform()) return 'success';
    const at = readClock();
    await handler(event, {
      step: (key, work) =>
        inAuditedTransaction(
          { key: `${name} ${key}`, at, action: name, openid: null, unitId: null, role: null },
          work,
        ),
    });
    return 'success';
  };
}
