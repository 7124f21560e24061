/** WeChat's elements that are plain nodes with a style. */
const PLAIN_TAGS = ['view', 'text', 'button', 'label'] as const;

/** WeChat's elements that the phone draws itself. */
const DRAWN_TAGS = [
  'image',
  'input',
  'textarea',
  'scroll-view',
  'swiper',
  'swiper-item',
  'picker',
  'form',
  'switch',
  'rich-text',
  'progress',
  'page-meta',
  'canvas',
] as const;

/** All that a template may use: the compiler holds the phone to it, and the build refuses any other. */
export const BUILT_IN_TAGS = [...PLAIN_TAGS, ...DRAWN_TAGS];

export type DrawnTag = (typeof DRAWN_TAGS)[number];
