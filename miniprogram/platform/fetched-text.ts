import { toWxFailure } from './wx-promise';

/** Fetches a text from an address of our own storage. Rejects with the platform's failure. */
export async function fetchText(url: string): Promise<string> {
  const path = await new Promise<string>((resolve, reject) => {
    wx.downloadFile({
      url,
      success: ({ statusCode, tempFilePath }) => {
        if (statusCode === 200) resolve(tempFilePath);
        else reject(new Error(`The text was answered with status ${statusCode}`));
      },
      fail: (failure) => {
        reject(toWxFailure(failure));
      },
    });
  });
  return new Promise<string>((resolve, reject) => {
    wx.getFileSystemManager().readFile({
      filePath: path,
      encoding: 'utf8',
      success: ({ data }) => {
        if (typeof data === 'string') resolve(data);
        else reject(new Error('The text was read as bytes'));
      },
      fail: (failure) => {
        reject(toWxFailure(failure));
      },
    });
  });
}
