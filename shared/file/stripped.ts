import type { PictureSize } from './picture-size';

/** A picture with only what it is drawn from, and its size as its header says it; or that it moves. */
export type Stripped = { bytes: Uint8Array; size: PictureSize } | 'moves';
