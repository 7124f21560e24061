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
  const systemSetting = () => ({
    bluetoothEnabled: false,
    locationEnabled: false,
    wifiEnabled: true,
    deviceOrientation: 'portrait',
  });
  const systemInfo = () => ({ ...windowInfo(), ...deviceInfo(), ...appBaseInfo(), ...systemSetting() });
  return {
    getWindowInfo: windowInfo,
    getDeviceInfo: deviceInfo,
    getAppBaseInfo: appBaseInfo,
    getSystemSetting: systemSetting,
    getAppAuthorizeSetting: () => ({ notificationAuthorized: 'not determined' }),
    getSystemInfoSync: systemInfo,
    getSystemInfo: apiCall('getSystemInfo', systemInfo),
    getMenuButtonBoundingClientRect: () => {
      const right = screen.clientWidth - 7;
      return { width: 87, height: 32, top: 6, bottom: 38, right, left: right - 87 };
    },
    getAccountInfoSync: () => ({ miniProgram: { appId: '', envVersion: 'develop', version: '' } }),
    vibrateShort: apiCall('vibrateShort', () => undefined),
    vibrateLong: apiCall('vibrateLong', () => undefined),
    hideKeyboard: apiCall('hideKeyboard', () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    }),
    setClipboardData: apiCall('setClipboardData', async ({ data }: { data: string }) => {
      await copyText(data);
    }),
    getClipboardData: apiCall('getClipboardData', async () => ({
      data: await navigator.clipboard.readText(),
    })),
    ...networkApi(),
  };
}

/** The clipboard of browsers is open to secure pages only; a selected field works on the others. */
export async function copyText(text: string): Promise<void> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard) {
    try {
      await clipboard.writeText(text);
      return;
    } catch {
      // The page may lack the permission; the older way below asks for none.
    }
  }
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'phone-clipboard';
  document.body.append(field);
  field.select();
  const isCopied = (document as unknown as { execCommand(command: string): boolean }).execCommand('copy');
  field.remove();
  if (!isCopied) throw new Error('the browser refused');
}

interface NetworkStatus {
  isConnected: boolean;
  networkType: 'wifi' | 'none';
}

function networkApi() {
  const listeners = new Set<(status: NetworkStatus) => void>();
  const status = (): NetworkStatus => ({
    isConnected: navigator.onLine,
    networkType: navigator.onLine ? 'wifi' : 'none',
  });
  const tell = () => {
    for (const listener of listeners) listener(status());
  };
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  return {
    getNetworkType: apiCall('getNetworkType', () => ({ networkType: status().networkType })),
    onNetworkStatusChange: (listener: (given: NetworkStatus) => void) => {
      listeners.add(listener);
    },
    offNetworkStatusChange: (listener?: (given: NetworkStatus) => void) => {
      if (listener) listeners.delete(listener);
      else listeners.clear();
    },
  };
}
