/** A failure that a wx interface reported, with its own words. */
export class WxFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WxFailure';
  }
}

/** Turns what a wx interface rejects with into an Error. */
export function toWxFailure(reason: unknown): WxFailure {
  const { errMsg }: { errMsg?: string } = typeof reason === 'object' && reason !== null ? reason : {};
  return new WxFailure(errMsg ?? String(reason));
}
