import { apiCall } from './api-call';
import { ApiError } from './api-error';
import { USER_DATA_PATH, type TemporaryFiles } from './temporary-files';

interface FilePaths {
  filePath: string;
}

/** Downloads, documents and the small part of the file system that works without a disk. */
export function filesApi(files: TemporaryFiles) {
  const saveFile = apiCall(
    'saveFile',
    async ({ tempFilePath, filePath }: { tempFilePath: string; filePath?: string }) => {
      const savedFilePath = filePath ?? tempFilePath;
      files.write(savedFilePath, await files.blob(tempFilePath));
      return { savedFilePath };
    },
  );
  const manager = {
    saveFile,
    copyFile: apiCall('copyFile', async ({ srcPath, destPath }: { srcPath: string; destPath: string }) => {
      files.write(destPath, await files.blob(srcPath));
    }),
    writeFile: apiCall('writeFile', ({ filePath, data }: FilePaths & { data: string | ArrayBuffer }) => {
      files.write(filePath, new Blob([data]));
    }),
    readFile: apiCall('readFile', async ({ filePath, encoding }: FilePaths & { encoding?: string }) => {
      const blob = await files.blob(filePath);
      return { data: encoding === undefined ? await blob.arrayBuffer() : await blob.text() };
    }),
    access: apiCall('access', ({ path }: { path: string }) => {
      if (!files.has(path)) throw new Error(`no such file or directory ${path}`);
    }),
    unlink: apiCall('unlink', ({ filePath }: FilePaths) => {
      files.remove(filePath);
    }),
  };
  return {
    env: { USER_DATA_PATH },
    saveFile,
    getFileSystemManager: () => manager,
    openDocument: apiCall('openDocument', ({ filePath, fileType }: FilePaths & { fileType?: string }) =>
      files.save(filePath, fileType),
    ),
    saveFileToDisk: apiCall('saveFileToDisk', ({ filePath }: FilePaths) => files.save(filePath)),
    downloadFile: (options: { url: string; filePath?: string } & Record<string, unknown>) => {
      const call = apiCall('downloadFile', async ({ url, filePath }: { url: string; filePath?: string }) => {
        const { path, statusCode } = await files.download(url, 'downloadFile');
        if (filePath === undefined) return { tempFilePath: path, statusCode };
        files.write(filePath, await files.blob(path));
        return { filePath, statusCode };
      });
      return call(options) ?? { onProgressUpdate: () => undefined, abort: () => undefined };
    },
    ...chooseApi(files),
  };
}

interface ChooseOptions {
  count?: number;
  type?: string;
  mediaType?: string[];
  extension?: string[];
}

function chooseApi(files: TemporaryFiles) {
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
    chooseImage: apiCall('chooseImage', async ({ count = 9 }: ChooseOptions) => {
      const tempFiles = (await chooseFiles('chooseImage', count, 'image/*')).map(keep);
      return { tempFilePaths: tempFiles.map(({ path }) => path), tempFiles };
    }),
    chooseMessageFile: apiCall('chooseMessageFile', async ({ count = 9, type, extension }: ChooseOptions) => {
      const accept =
        type === 'image'
          ? 'image/*'
          : (extension ?? []).map((name) => `.${name.replace(/^\./, '')}`).join(',');
      const chosen = await chooseFiles('chooseMessageFile', count, accept);
      return { tempFiles: chosen.map((file) => ({ ...keep(file), time: file.lastModified, type: 'file' })) };
    }),
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
