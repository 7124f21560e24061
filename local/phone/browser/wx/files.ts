import type { EnvMember, FileSystemMember } from '../../wx-members';
import { apiCall } from './api-call';
import { USER_DATA_PATH, type TemporaryFiles } from './temporary-files';

interface FilePath {
  filePath: string;
}

/** Downloads, documents and the small part of the file system that works without a disk. */
export function filesApi(files: TemporaryFiles) {
  const env: Record<EnvMember, string> = { USER_DATA_PATH };
  const manager = fileSystemManager(files);
  return {
    env,
    getFileSystemManager: () => manager,
    openDocument: apiCall('openDocument', ({ filePath, fileType }: FilePath & { fileType?: string }) =>
      files.save(filePath, fileType),
    ),
    downloadFile: apiCall('downloadFile', async ({ url, filePath }: { url: string; filePath?: string }) => {
      const { path, statusCode } = await files.download(url, 'downloadFile');
      if (filePath === undefined) return { tempFilePath: path, statusCode };
      files.write(filePath, await files.blob(path));
      return { filePath, statusCode };
    }),
  };
}

function fileSystemManager(files: TemporaryFiles): Record<FileSystemMember, unknown> {
  return {
    writeFile: apiCall('writeFile', ({ filePath, data }: FilePath & { data: string | ArrayBuffer }) => {
      files.write(filePath, new Blob([data]));
    }),
    readFile: apiCall('readFile', async ({ filePath, encoding }: FilePath & { encoding?: string }) => {
      const blob = await files.blob(filePath);
      return { data: encoding === undefined ? await blob.arrayBuffer() : await blob.text() };
    }),
    access: apiCall('access', ({ path }: { path: string }) => {
      if (!files.has(path)) throw new Error(`no such file or directory ${path}`);
    }),
    unlink: apiCall('unlink', ({ filePath }: FilePath) => {
      files.remove(filePath);
    }),
  };
}
