import { cloud } from './cloud';

/** The openid of the person who called, as the platform states it; null when it states none. */
export function callerOpenid(): string | null {
  const { OPENID } = cloud.getWXContext();
  return OPENID === undefined || OPENID === '' ? null : OPENID;
}

/** Whether the platform's timer called (定时触发): what the event says proves nothing, a phone can send it too. */
export function isCalledByTimer(): boolean {
  return cloud.getWXContext().SOURCE === 'wx_trigger' && callerOpenid() === null;
}

/** How a call begins that WeChat documents as a person's, a timer's or a payment's. */
const otherOrigins: ReadonlySet<string> = new Set([
  'wx_client',
  'wx_devtools',
  'wx_localdebug',
  'wx_crawler',
  'wx_trigger',
  'wx_paycallback',
]);

/**
 * Whether the platform itself delivers a message (消息推送). WeChat documents no `SOURCE` of its own for that, so it is told by what
 * it is not: none of a phone's or a tool's, and handed on by no function. By itself this proves little; what a message says is
 * believed only for what was asked.
 */
export function isPushedByPlatform(): boolean {
  const source: string = cloud.getWXContext().SOURCE ?? '';
  return /^wx_[a-z]+$/.test(source) && !otherOrigins.has(source);
}
