import type { ElementDefinition } from '../model/external-element';

/** `<canvas type="2d">`: `SelectorQuery` answers as its `node` the browser's own canvas. */
export const canvas: ElementDefinition<{ type: string; canvasId: string }> = {
  tag: 'canvas',
  properties: { type: { type: String, value: '2d' }, canvasId: { type: String, value: '' } },
  mount({ host }) {
    const surface = document.createElement('canvas');
    host.append(surface);
    Object.assign(surface, {
      createImage: () => new Image(),
      requestAnimationFrame: (callback: FrameRequestCallback) => requestAnimationFrame(callback),
      cancelAnimationFrame: (handle: number) => {
        cancelAnimationFrame(handle);
      },
    });
    return { ariaTarget: surface, update: () => undefined, node: () => surface };
  },
};
