import type { SdkFailure } from 'wx-server-sdk';

/** What the SDK says went wrong: WeChat's code, undefined when it gives none, and its words. */
export function sdkFailure(error: unknown): { code: unknown; text: string } {
  const { errCode, errMsg }: Partial<SdkFailure> = typeof error === 'object' && error !== null ? error : {};
  return { code: errCode, text: errMsg ?? String(error) };
}
