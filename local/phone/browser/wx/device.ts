import type { FontSize } from '../font-size';
import { apiCall } from './api-call';

/** What the phone tells about itself. TDesign reads most of it while its scripts load. */
export function deviceApi(screen: HTMLElement, fontSize: FontSize, hasTabBar: () => boolean) {
  const windowInfo = () => {
    const width = screen.clientWidth;
    const height = screen.clientHeight;
    const frame = document.querySelector('.phone-page:not([hidden]) .phone-frame');
    const windowHeight = frame?.clientHeight ?? height - 44 - (hasTabBar() ? 50 : 0);
    return {
      pixelRatio: devicePixelRatio,
      screenWidth: width,
      screenHeight: height,
      windowWidth: width,
      windowHeight,
      statusBarHeight: 0,
      screenTop: height - windowHeight,
      safeArea: { left: 0, top: 0, right: width, bottom: height, width, height },
    };
  };
  const deviceInfo = () => ({
    abi: '',
    brand: 'browser',
    model: 'browser',
    system: 'Android 14',
    platform: 'android',
    benchmarkLevel: -1,
    memorySize: '4096',
  });
  const appBaseInfo = () => ({
    SDKVersion: '3.8.0',
    version: '8.0.50',
    language: 'zh_CN',
    theme: 'light',
    enableDebug: false,
    fontSizeSetting: fontSize.setting,
    fontSizeScaleFactor: fontSize.setting / 16,
    host: { env: 'WeChat', appId: '', version: 0 },
  });
  return {
    getWindowInfo: windowInfo,
    getDeviceInfo: deviceInfo,
    getAppBaseInfo: appBaseInfo,
    getSystemInfoSync: () => ({ ...windowInfo(), ...deviceInfo(), ...appBaseInfo() }),
    getMenuButtonBoundingClientRect: () => {
      const right = screen.clientWidth - 7;
      return { width: 87, height: 32, top: 6, bottom: 38, right, left: right - 87 };
    },
    vibrateShort: apiCall('vibrateShort', () => undefined),
    vibrateLong: apiCall('vibrateLong', () => undefined),
  };
}
