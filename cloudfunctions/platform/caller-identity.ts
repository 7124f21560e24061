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
