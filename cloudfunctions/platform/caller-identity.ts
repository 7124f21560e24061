import { cloud } from './cloud';

/** The openid of the person who called, as the platform states it; null when it states none. */
export function callerOpenid(): string | null {
  const { OPENID } = cloud.getWXContext() as { OPENID?: string };
  return OPENID === undefined || OPENID === '' ? null : OPENID;
}
