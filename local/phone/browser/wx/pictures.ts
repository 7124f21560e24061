import { previewImage } from '../overlays/preview-image';
import { apiCall } from './api-call';
import { ApiError } from './api-error';
import type { TemporaryFiles } from './temporary-files';

interface ChooseOptions {
  count?: number;
  type?: string;
  mediaType?: string[];
  extension?: string[];
}

/** Pictures and files that a person chooses, pictures that are looked at, and the picture that a canvas shows. */
export function picturesApi(screen: HTMLElement, files: TemporaryFiles) {
  const keep = (file: File) => ({ path: files.add(file, file.name), size: file.size, name: file.name });
  return {
    chooseMedia: apiCall(
      'chooseMedia',
      async ({ count = 9, mediaType = ['image', 'video'] }: ChooseOptions) => {
        const chosen = await chooseFiles(
          'chooseMedia',
          count,
          mediaType.map((type) => `${type === 'mix' ? 'image' : type}/*`).join(','),
        );
        return {
          type: 'image',
          tempFiles: chosen.map((file) => {
            const { path, size } = keep(file);
            return { tempFilePath: path, size, fileType: file.type.startsWith('video/') ? 'video' : 'image' };
          }),
        };
      },
    ),
    chooseMessageFile: apiCall('chooseMessageFile', async ({ count = 9, type, extension }: ChooseOptions) => {
      const accept =
        type === 'image'
          ? 'image/*'
          : (extension ?? []).map((name) => `.${name.replace(/^\./, '')}`).join(',');
      const chosen = await chooseFiles('chooseMessageFile', count, accept);
      return { tempFiles: chosen.map((file) => ({ ...keep(file), time: file.lastModified, type: 'file' })) };
    }),
    previewImage: apiCall('previewImage', ({ urls, current }: { urls: string[]; current?: string }) => {
      previewImage(screen, current ?? urls[0] ?? '');
    }),
    canvasToTempFilePath: apiCall(
      'canvasToTempFilePath',
      async ({ canvas }: { canvas: HTMLCanvasElement }) => {
        const blob = await new Promise<Blob | null>((resolve) => {
          canvas.toBlob(resolve);
        });
        if (!blob) throw new Error('the canvas is empty');
        return { tempFilePath: files.add(blob, 'canvas.png') };
      },
    ),
  };
}

function chooseFiles(api: string, count: number, accept: string): Promise<File[]> {
  const field = document.createElement('input');
  field.type = 'file';
  field.accept = accept;
  field.multiple = count > 1;
  field.hidden = true;
  document.body.append(field);
  return new Promise<File[]>((resolve, reject) => {
    field.addEventListener('change', () => {
      resolve([...(field.files ?? [])].slice(0, count));
    });
    field.addEventListener('cancel', () => {
      reject(new ApiError(`${api}:fail cancel`));
    });
    field.click();
  }).finally(() => {
    field.remove();
  });
}
