/** A short word that something was done. */
export function tell(title: string): void {
  void wx.showToast({ title, icon: 'none', duration: 2500 });
}

/** Says what happened and what can be done, until the person has read it. */
export async function explain(title: string, advice: string): Promise<void> {
  await wx.showModal({ title, content: advice, showCancel: false, confirmText: '知道了' });
}

/** Shows that something takes a while, as long as the work lasts. */
export async function whileWorking<T>(title: string, work: () => Promise<T>): Promise<T> {
  await wx.showLoading({ title, mask: true });
  try {
    return await work();
  } finally {
    await wx.hideLoading();
  }
}

/** Moves the page so that an element is in view, below the navigation bar. */
export function scrollTo(selector: string): void {
  void wx.pageScrollTo({ selector, offsetTop: -24, duration: 200 });
}

/** Puts a text on the clipboard; the platform itself says that it did. */
export async function copyText(text: string): Promise<void> {
  await wx.setClipboardData({ data: text });
}

/** WeChat shows so many choices at once. */
const mostChoices = 6;

/** Lets the person choose from below; the index of the choice, null when it was closed without one. More than six come in turns. */
export async function choose(choices: readonly string[], from = 0): Promise<number | null> {
  const rest = choices.slice(from);
  const isMore = rest.length > mostChoices;
  const shown = isMore ? [...rest.slice(0, mostChoices - 1), '看其余的'] : rest;
  try {
    const { tapIndex } = await wx.showActionSheet({ itemList: shown });
    return isMore && tapIndex === mostChoices - 1 ? await choose(choices, from + tapIndex) : from + tapIndex;
  } catch {
    return null;
  }
}
