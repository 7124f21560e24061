import type { ElementDefinition } from '../model/external-element';

/** `<root-portal>`: its content leaves the page's flow and lies over the page. */
export const rootPortal: ElementDefinition<{ enable: boolean }> = {
  tag: 'root-portal',
  properties: { enable: { type: Boolean, value: true } },
  mount(context) {
    const content = document.createElement('div');
    content.className = 'wx-root-portal-content';
    const move = () => {
      const frame = context.host.closest('.phone-frame');
      if (context.data.enable && frame) frame.append(content);
      else context.host.append(content);
    };
    // The node keeps its link to the framework, so that touches inside it find their element.
    Object.assign(content, { __wxElement: context.component });
    return {
      slot: content,
      update: move,
      attached: move,
      detached() {
        content.remove();
      },
    };
  },
};
