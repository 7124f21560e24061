/** Ends the pull-down that the person began. */
export function endPullDown(): void {
  void wx.stopPullDownRefresh();
}
