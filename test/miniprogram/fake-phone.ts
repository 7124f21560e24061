/// <reference types="miniprogram-api-typings" />
import type { ErrorCode, ErrorDetails } from '#shared/refusal/errors';
import { plainCopy } from './plain-copy';

/** What the mini-program asked of a cloud function. */
export interface CloudCall {
  name: string;
  data: { action: string; input: unknown; requestId?: string; membershipId?: string };
}

/** A phone without WeChat: it notes what it is asked, and a test decides what the cloud answers. */
export interface FakePhone {
  /** What was asked of the cloud, in order. */
  readonly calls: CloudCall[];
  /** What the cloud answers; throw for a cloud that cannot be reached. */
  answer: (call: CloudCall) => unknown;
  /** What is kept on the phone. */
  readonly storage: Map<string, unknown>;
  /** Everything else that was asked of WeChat, by interface, in order. */
  readonly asked: { what: string; options: unknown }[];
  /** The text size set in WeChat. */
  fontSizeSetting: number | undefined;
  /** The status with which files are answered; null when they cannot be fetched. */
  fileStatus: number | null;
  /** The index that is chosen of what is laid before the person; null when it is closed without a choice. */
  chooses: number | null;
  /** The texts that lie in storage, by address. */
  readonly texts: Map<string, string>;
}

const notedOnly = [
  'stopPullDownRefresh',
  'showToast',
  'showModal',
  'showLoading',
  'hideLoading',
  'pageScrollTo',
  'navigateTo',
  'redirectTo',
  'switchTab',
  'navigateBack',
  'setClipboardData',
  'openDocument',
];

/** Puts a fresh phone in place of WeChat. */
export function fakePhone(): FakePhone {
  const phone: FakePhone = {
    calls: [],
    answer: ({ data }) => {
      throw new Error(`Nothing answers ${data.action}`);
    },
    storage: new Map(),
    asked: [],
    fontSizeSetting: 16,
    fileStatus: 200,
    chooses: null,
    texts: new Map(),
  };
  const note = (what: string) => (options?: unknown) => {
    phone.asked.push({ what, options });
    return Promise.resolve({});
  };
  const wx = {
    ...Object.fromEntries(notedOnly.map((what) => [what, note(what)])),
    env: { USER_DATA_PATH: 'wxfile://usr' },
    cloud: {
      callFunction: async (call: CloudCall) => {
        phone.calls.push(plainCopy(call));
        return { result: plainCopy(await phone.answer(call)) };
      },
    },
    showActionSheet: (options: WechatMiniprogram.ShowActionSheetOption) => {
      void note('showActionSheet')(options);
      const { chooses: tapIndex } = phone;
      if (tapIndex === null) return Promise.reject(new Error('showActionSheet:fail cancel'));
      return Promise.resolve({ tapIndex });
    },
    getAppBaseInfo: () => ({ fontSizeSetting: phone.fontSizeSetting }),
    getStorageSync: (key: string) => phone.storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => {
      phone.storage.set(key, plainCopy(value));
    },
    removeStorageSync: (key: string) => {
      phone.storage.delete(key);
    },
    downloadFile: ({ success, fail, ...options }: WechatMiniprogram.DownloadFileOption) => {
      void note('downloadFile')(options);
      if (phone.fileStatus === null) fail?.({ errMsg: 'downloadFile:fail timeout' });
      else success?.({ statusCode: phone.fileStatus, tempFilePath: options.url } as never);
    },
    getFileSystemManager: () => ({
      readFile: ({ filePath, success, fail }: WechatMiniprogram.ReadFileOption) => {
        const data = phone.texts.get(filePath);
        if (data === undefined) fail?.({ errMsg: 'readFile:fail no such file' } as never);
        else success?.({ data } as never);
      },
    }),
  };
  Object.assign(globalThis, { wx, getCurrentPages: () => [] });
  return phone;
}

/** The server's time in every answer of these tests: 10 October 2018, 15:40 in Guangdong. */
const serverTime = Date.UTC(2018, 9, 10, 7, 40);

/** What a function answers when it did what it was asked. */
export function replied(reply: unknown, serverNow = serverTime) {
  return { ok: true, serverNow, reply };
}

/** What a function answers when it refuses. */
export function refusedWith<Code extends ErrorCode>(
  code: Code,
  details: ErrorDetails[Code],
  serverNow = serverTime,
) {
  return { ok: false, serverNow, error: { code, details } };
}

/** What WeChat's own client fails with when there is no network. */
export function unreachable(): never {
  throw new Error('cloud.callFunction:fail request:fail');
}
