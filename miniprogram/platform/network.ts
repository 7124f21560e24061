/** Whether the phone has any network at all. */
export async function isOnline(): Promise<boolean> {
  const { networkType } = await wx.getNetworkType();
  return networkType !== 'none';
}
