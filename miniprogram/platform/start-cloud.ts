/** Prepares the cloud before the first call; the environment is the one the mini-program is bound to. */
export function startCloud(): void {
  wx.cloud.init({ traceUser: false });
}
