import type { WxMember } from '../../wx-members';
import type { FontSize } from '../font-size';
import type { PageStack } from '../pages/page-stack';
import type { People } from '../server/person';
import { clipboardApi } from './clipboard';
import type { Cloud } from './cloud';
import { createAnimation } from './create-animation';
import { deviceApi } from './device';
import { filesApi } from './files';
import { interactionApi } from './interaction';
import { navigationApi } from './navigation';
import { networkApi } from './network';
import { picturesApi } from './pictures';
import { storageApi } from './storage';
import type { TemporaryFiles } from './temporary-files';

export interface WxParts {
  screen: HTMLElement;
  pages(): PageStack;
  hasTabBar(): boolean;
  people: People;
  fontSize: FontSize;
  files: TemporaryFiles;
  cloud: Cloud;
}

/** The global `wx`: what `wx-members.ts` lists. */
export function createWx(parts: WxParts): Record<WxMember, unknown> {
  return listed({
    ...deviceApi(parts.screen, parts.fontSize, () => parts.hasTabBar()),
    ...clipboardApi(),
    ...networkApi(),
    ...interactionApi(parts.screen),
    ...navigationApi(() => parts.pages()),
    ...storageApi(parts.people),
    ...filesApi(parts.files),
    ...picturesApi(parts.screen, parts.files),
    cloud: parts.cloud.api(),
    createAnimation,
    nextTick: (callback: () => void) => {
      queueMicrotask(callback);
    },
  });
}

/** Members without one too many: the build would refuse a use of it. */
const listed = <Members extends Record<WxMember, unknown>>(
  members: Members & Record<Exclude<keyof Members, WxMember>, never>,
): Record<WxMember, unknown> => members;
