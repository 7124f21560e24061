import type * as glassEasel from 'glass-easel';
import type { DrawnTag } from '../../built-in-tags';
import { registerElement, type ElementDefinition } from '../model/external-element';
import { canvas } from './canvas';
import { form, submitFormsOnTap } from './form';
import { image } from './image';
import { activateLabelledControls } from './label';
import { pageMeta } from './page-meta';
import { picker } from './picker';
import { progress } from './progress';
import { richText } from './rich-text';
import { scrollView } from './scroll-view';
import { swiper, swiperItem } from './swiper';
import { switchElement } from './switch';
import { input, textarea } from './text-field';

export interface ElementSurroundings {
  screen: HTMLElement;
  systemFontSizePx(): number;
  resolveCloudFile(fileId: string): Promise<string>;
}

/** Makes WeChat's elements known; those that are plain nodes need no definition. */
export function registerElements(space: glassEasel.ComponentSpace, around: ElementSurroundings): void {
  const drawn: Record<DrawnTag, ElementDefinition<object>> = {
    image: image((fileId) => around.resolveCloudFile(fileId)),
    input,
    textarea,
    'scroll-view': scrollView,
    swiper,
    'swiper-item': swiperItem,
    picker: picker(() => around.screen),
    form,
    switch: switchElement,
    'rich-text': richText,
    progress,
    'page-meta': pageMeta(() => around.systemFontSizePx()),
    canvas,
  };
  for (const definition of Object.values(drawn)) registerElement(space, definition);
  submitFormsOnTap();
  activateLabelledControls();
}
