import type * as glassEasel from 'glass-easel';
import { toWechatEvent } from './wechat-event';

type Handler = (...args: unknown[]) => unknown;

/** Functions of WXS scripts. Templates pass them on as plain values, so they are known by identity. */
const scriptFunctions = new WeakSet();

export function tagScript(exports: unknown): void {
  for (const value of Object.values(exports as object))
    if (typeof value === 'function') scriptFunctions.add(value as Handler);
}

/** Calls a handler the way WeChat does, with a plain event; a script that answers false stops the event. */
export function wrapEventListener(
  host: unknown,
  event: glassEasel.ShadowedEvent<unknown>,
  listener: Handler,
): boolean | undefined {
  const plain = toWechatEvent(event);
  if (scriptFunctions.has(listener)) return listener(plain) === false ? false : undefined;
  listener.call(host, plain);
  return undefined;
}
