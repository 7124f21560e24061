import { toWxFailure } from './wx-promise';

/** Fetches a file and opens it under a name, with the menu to keep or forward it. */
export async function openDocument(url: string, fileName: string): Promise<void> {
  const filePath = `${wx.env.USER_DATA_PATH}/${fileName}`;
  try {
    const status = await new Promise<number>((resolve, reject) => {
      wx.downloadFile({
        url,
        filePath,
        success: ({ statusCode }) => {
          resolve(statusCode);
        },
        fail: reject,
      });
    });
    if (status !== 200) throw new Error(`The file was answered with status ${status}`);
    await wx.openDocument({ filePath, fileType: 'xlsx', showMenu: true });
  } catch (error) {
    throw error instanceof Error ? error : toWxFailure(error);
  }
}
