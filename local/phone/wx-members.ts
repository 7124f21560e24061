/**
 * What the phone has of WeChat's interface: the compiler holds `wx/` to these names, no more and no fewer, and the build refuses a
 * mini-program that asks for any other.
 */
export const WX_MEMBERS = [
  'canvasToTempFilePath',
  'chooseMedia',
  'chooseMessageFile',
  'cloud',
  'createAnimation',
  'downloadFile',
  'env',
  'getAppBaseInfo',
  'getClipboardData',
  'getDeviceInfo',
  'getFileSystemManager',
  'getMenuButtonBoundingClientRect',
  'getNetworkType',
  'getStorageSync',
  'getSystemInfoSync',
  'getWindowInfo',
  'hideLoading',
  'navigateBack',
  'navigateTo',
  'nextTick',
  'offNetworkStatusChange',
  'onNetworkStatusChange',
  'openDocument',
  'pageScrollTo',
  'previewImage',
  'redirectTo',
  'removeStorageSync',
  'setClipboardData',
  'setStorageSync',
  'showActionSheet',
  'showLoading',
  'showModal',
  'showToast',
  'stopPullDownRefresh',
  'switchTab',
  'vibrateLong',
  'vibrateShort',
] as const;

/** What `wx.cloud` has. */
export const CLOUD_MEMBERS = ['callFunction', 'init', 'uploadFile'] as const;

/** What `wx.env` has. */
export const ENV_MEMBERS = ['USER_DATA_PATH'] as const;

/** What `wx.getFileSystemManager()` has. */
export const FILE_SYSTEM_MEMBERS = ['access', 'readFile', 'unlink', 'writeFile'] as const;

/** The behaviors that WeChat brings along. */
export const WECHAT_BEHAVIORS = ['wx://form-field-button'] as const;

export type WxMember = (typeof WX_MEMBERS)[number];
export type CloudMember = (typeof CLOUD_MEMBERS)[number];
export type EnvMember = (typeof ENV_MEMBERS)[number];
export type FileSystemMember = (typeof FILE_SYSTEM_MEMBERS)[number];
