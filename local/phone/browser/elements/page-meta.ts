import { toPhoneUnits } from '../../phone-units';
import type { ElementDefinition } from '../model/external-element';

interface PageMetaData {
  pageStyle: string;
  rootFontSize: string;
  pageFontSize: string;
  backgroundColor: string;
  scrollTop: string;
}

/** `<page-meta>`: style and root font size of the page it stands in. One rem is `rootFontSize`. */
export function pageMeta(systemFontSizePx: () => number): ElementDefinition<PageMetaData> {
  return {
    tag: 'page-meta',
    properties: {
      pageStyle: { type: String, value: '' },
      rootFontSize: { type: String, value: '' },
      pageFontSize: { type: String, value: '' },
      backgroundColor: { type: String, value: '' },
      scrollTop: { type: String, value: '' },
    },
    mount(context) {
      const apply = (changed?: ReadonlySet<string>) => {
        const page = context.host.closest<HTMLElement>('wx-page');
        const scroller = page?.parentElement;
        if (!page || !scroller) return;
        const { pageStyle, rootFontSize, pageFontSize, backgroundColor, scrollTop } = context.data;
        page.style.cssText = toPhoneUnits(pageStyle);
        const system = `${String(systemFontSizePx())}px`;
        const rem = rootFontSize === 'system' ? system : toPhoneUnits(rootFontSize);
        if (rem) scroller.style.setProperty('--phone-rem', rem);
        else scroller.style.removeProperty('--phone-rem');
        if (pageFontSize)
          page.style.fontSize = pageFontSize === 'system' ? system : toPhoneUnits(pageFontSize);
        if (backgroundColor) scroller.style.backgroundColor = backgroundColor;
        if (changed?.has('scrollTop')) scroller.scrollTop = Number.parseFloat(scrollTop);
      };
      return {
        update: apply,
        attached() {
          apply();
        },
      };
    },
  };
}
