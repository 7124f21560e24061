/** What is kept on the phone under a key; undefined when nothing is, or when it cannot be read. */
export function readKept(key: string): unknown {
  const kept: unknown = wx.getStorageSync(key);
  return kept === '' ? undefined : kept;
}

/** Keeps a value on the phone. A full phone is no reason to stop a person's work: it is logged only. */
export function keep(key: string, value: unknown): void {
  try {
    wx.setStorageSync(key, value);
  } catch (error) {
    console.error(`Nothing could be kept under ${key}.`, error);
  }
}

export function forget(key: string): void {
  wx.removeStorageSync(key);
}
