import { createIntersectionObserver } from '../model/intersection-observer';
import { componentOf } from '../model/glass';
import { nextFrame } from '../model/next-frame';
import { SelectorQuery } from '../model/selector-query';
import type { FontSize } from '../font-size';
import type { PageStack } from '../pages/page-stack';
import type { People } from '../server/person';
import { apiCall } from './api-call';
import { ApiError } from './api-error';
import type { Cloud } from './cloud';
import { createAnimation } from './create-animation';
import { deviceApi } from './device';
import { filesApi } from './files';
import { interactionApi } from './interaction';
import { navigationApi } from './navigation';
import { storageApi } from './storage';
import type { TemporaryFiles } from './temporary-files';
import { previewImage } from '../overlays/preview-image';

export interface WxParts {
  screen: HTMLElement;
  pages(): PageStack;
  hasTabBar(): boolean;
  people: People;
  fontSize: FontSize;
  files: TemporaryFiles;
  cloud: Cloud;
}

/**
 * The global `wx`. What it lacks rejects with `name:fail not supported in web`; unknown subscriptions and
 * synchronous calls do nothing, because code calls them without expecting an answer.
 */
export function createWx(parts: WxParts): Record<string, unknown> {
  const currentPage = () => {
    const page = parts.pages().top;
    return page ? componentOf(page.instance) : undefined;
  };
  const known: Record<string, unknown> = {
    ...deviceApi(parts.screen, parts.fontSize, () => parts.hasTabBar()),
    ...interactionApi(parts.screen),
    ...navigationApi(() => parts.pages()),
    ...storageApi(parts.people),
    ...filesApi(parts.files),
    cloud: parts.cloud.api(),
    createAnimation,
    createSelectorQuery: () => new SelectorQuery(currentPage),
    createIntersectionObserver: (component?: unknown, options?: object) =>
      createIntersectionObserver(() => (component ? componentOf(component) : currentPage()), options),
    nextTick: (callback: () => void) => {
      queueMicrotask(callback);
    },
    getLaunchOptionsSync: () => ({
      path: parts.pages().startRoute().path,
      query: {},
      scene: 1001,
      referrerInfo: {},
    }),
    getEnterOptionsSync: () => ({
      path: parts.pages().startRoute().path,
      query: {},
      scene: 1001,
      referrerInfo: {},
    }),
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => undefined,
    }),
    getPrivacySetting: apiCall('getPrivacySetting', () => ({
      needAuthorization: false,
      privacyContractName: '',
    })),
    requirePrivacyAuthorize: apiCall('requirePrivacyAuthorize', () => undefined),
    authorize: apiCall('authorize', () => undefined),
    getSetting: apiCall('getSetting', () => ({ authSetting: {} })),
    openSetting: apiCall('openSetting', () => ({ authSetting: {} })),
    reportEvent: () => undefined,
    previewImage: apiCall('previewImage', ({ urls, current }: { urls: string[]; current?: string }) => {
      previewImage(parts.screen, current ?? urls[0] ?? '');
    }),
    canvasToTempFilePath: apiCall(
      'canvasToTempFilePath',
      async ({ canvas }: { canvas: HTMLCanvasElement }) => {
        const blob = await new Promise<Blob | null>((resolve) => {
          canvas.toBlob(resolve);
        });
        if (!blob) throw new Error('the canvas is empty');
        return { tempFilePath: parts.files.add(blob, 'canvas.png') };
      },
    ),
    canIUse: (schema: string) => canUse(known, schema),
    requestAnimationFrame: nextFrame,
  };
  return new Proxy(known, {
    get: (target, name) => {
      if (typeof name !== 'string' || Object.hasOwn(target, name))
        return Reflect.get(target, name) as unknown;
      if (name === 'then' || name === 'toJSON') return undefined;
      if (/^(on|off)[A-Z]|Sync$/.test(name)) return () => undefined;
      return apiCall(name, () => {
        throw new ApiError(`${name}:fail not supported in web`);
      });
    },
  });
}

/** `canIUse('showModal.object.editable')`: only the first part is known here. */
function canUse(known: Record<string, unknown>, schema: string): boolean {
  const [name = '', member] = schema.split('.');
  if (name === 'cloud' && member !== undefined) return Object.hasOwn(known.cloud as object, member);
  return Object.hasOwn(known, name);
}
