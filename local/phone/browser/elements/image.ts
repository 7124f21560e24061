import { fileUrl } from '../file-url';
import type { ElementDefinition } from '../model/external-element';

interface ImageData {
  src: string;
  mode: string;
  lazyLoad: boolean;
  alt: string;
}

const FITS: Record<string, [fit: string, position: string]> = {
  scaleToFill: ['fill', 'center'],
  aspectFit: ['contain', 'center'],
  aspectFill: ['cover', 'center'],
  widthFix: ['fill', 'center'],
  heightFix: ['fill', 'center'],
  top: ['none', 'top'],
  bottom: ['none', 'bottom'],
  center: ['none', 'center'],
  left: ['none', 'left'],
  right: ['none', 'right'],
  'top left': ['none', 'top left'],
  'top right': ['none', 'top right'],
  'bottom left': ['none', 'bottom left'],
  'bottom right': ['none', 'bottom right'],
};

/** `<image>`; files of cloud storage are looked up by `resolveCloudFile`. */
export function image(resolveCloudFile: (fileId: string) => Promise<string>): ElementDefinition<ImageData> {
  return {
    tag: 'image',
    properties: {
      src: { type: String, value: '' },
      mode: { type: String, value: 'scaleToFill' },
      lazyLoad: { type: Boolean, value: false },
      alt: { type: String, value: '' },
    },
    mount(context) {
      const { host } = context;
      const picture = document.createElement('img');
      picture.draggable = false;
      host.append(picture);
      const fit = () => {
        const { mode } = context.data;
        if (mode === 'widthFix' && picture.naturalWidth > 0) {
          host.style.height = `${String((host.clientWidth * picture.naturalHeight) / picture.naturalWidth)}px`;
        } else if (mode === 'heightFix' && picture.naturalHeight > 0) {
          host.style.width = `${String((host.clientHeight * picture.naturalWidth) / picture.naturalHeight)}px`;
        }
      };
      picture.addEventListener('load', () => {
        fit();
        context.emit('load', { width: picture.naturalWidth, height: picture.naturalHeight });
      });
      picture.addEventListener('error', () => {
        context.emit('error', { errMsg: `GET ${context.data.src} fail` });
      });
      const load = async (src: string) => {
        if (src === '') {
          picture.removeAttribute('src');
          return;
        }
        let address: string;
        try {
          address = src.startsWith('cloud://')
            ? await resolveCloudFile(src)
            : fileUrl(src, ownerPath(context.component));
        } catch {
          context.emit('error', { errMsg: `GET ${src} fail` });
          return;
        }
        if (context.data.src === src) picture.src = address;
      };
      return {
        ariaTarget: picture,
        update(changed) {
          const { data } = context;
          const [objectFit, objectPosition] = FITS[data.mode] ?? ['fill', 'center'];
          Object.assign(picture.style, { objectFit, objectPosition });
          picture.loading = data.lazyLoad ? 'lazy' : 'eager';
          picture.alt = data.alt;
          if (!changed || changed.has('src')) void load(data.src);
          fit();
        },
      };
    },
  };
}

function ownerPath(component: { ownerShadowRoot: { getHostNode(): { is: string } } | null }): string {
  return component.ownerShadowRoot?.getHostNode().is ?? '';
}
