import type * as glassEasel from 'glass-easel';
import { registerElement } from '../model/external-element';
import { canvas } from './canvas';
import { checkbox, checkboxGroup, radio, radioGroup } from './choice';
import { form, submitFormsOnTap } from './form';
import { icon } from './icon';
import { image } from './image';
import { activateLabelledControls } from './label';
import { openNavigatorsOnTap, type NavigatorActions } from './navigator';
import { pageMeta } from './page-meta';
import { picker } from './picker';
import { progress } from './progress';
import { richText } from './rich-text';
import { rootPortal } from './root-portal';
import { scrollView } from './scroll-view';
import { slider } from './slider';
import { swiper, swiperItem } from './swiper';
import { switchElement } from './switch';
import { input, textarea } from './text-field';

export interface ElementSurroundings {
  screen: HTMLElement;
  systemFontSizePx(): number;
  resolveCloudFile(fileId: string): Promise<string>;
  navigation: NavigatorActions;
}

/** Makes WeChat's elements known; view, text, button, label and navigator are plain nodes and need no definition. */
export function registerElements(space: glassEasel.ComponentSpace, around: ElementSurroundings): void {
  registerElement(space, input);
  registerElement(space, textarea);
  registerElement(
    space,
    image((fileId) => around.resolveCloudFile(fileId)),
  );
  registerElement(space, scrollView);
  registerElement(space, swiper);
  registerElement(space, swiperItem);
  registerElement(
    space,
    picker(() => around.screen),
  );
  registerElement(space, form);
  registerElement(space, switchElement);
  registerElement(space, radio);
  registerElement(space, radioGroup);
  registerElement(space, checkbox);
  registerElement(space, checkboxGroup);
  registerElement(space, richText);
  registerElement(space, icon);
  registerElement(space, progress);
  registerElement(
    space,
    pageMeta(() => around.systemFontSizePx()),
  );
  registerElement(space, rootPortal);
  registerElement(space, canvas);
  registerElement(space, slider);
  submitFormsOnTap();
  activateLabelledControls();
  openNavigatorsOnTap(around.navigation);
}
