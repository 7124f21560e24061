/** What a failed call of `wx` rejects with: WeChat's own shape, and an Error so that it prints well. */
export class ApiError extends Error {
  readonly errMsg: string;
  [detail: string]: unknown;

  constructor(errMsg: string, details: Record<string, unknown> = {}) {
    super(errMsg);
    this.errMsg = errMsg;
    Object.assign(this, details);
  }
}
