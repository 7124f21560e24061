import { invalidParameter } from '../cloud-error';
import { isPlainObject } from '../database/document';
import type { FileStore } from '../files/file-store';
import { fileIdOf, pathOfFileId } from '../platform-names';
import { type Action, listField, textField } from './request-fields';

const DEFAULT_AGE_SECONDS = 86_400;
const LONGEST_PATH_BYTES = 850;

/** A cloud path that can be stored; the platform takes no other. */
export function checkedPath(path: string): string {
  if (
    Buffer.byteLength(path) > LONGEST_PATH_BYTES ||
    path.startsWith('/') ||
    path.split('/').includes('..')
  ) {
    throw invalidParameter('invalid cloud path');
  }
  return path;
}

/** A download address for a file id, or why there is none. */
export interface DownloadEntry {
  code: 'SUCCESS' | 'STORAGE_FILE_NONEXIST';
  fileID: string;
  tempFileURL: string;
  maxAge: number;
  message?: string;
}

export function downloadEntry(files: FileStore, base: string, fileId: string, maxAge: number): DownloadEntry {
  const file = files.get(pathOfFileId(fileId) ?? '');
  return file
    ? { code: 'SUCCESS', fileID: fileId, tempFileURL: `${base}/files/${files.sign(file, maxAge)}`, maxAge }
    : {
        code: 'STORAGE_FILE_NONEXIST',
        fileID: fileId,
        tempFileURL: '',
        maxAge,
        message: 'STORAGE_FILE_NONEXIST: the file does not exist',
      };
}

/** The actions of file upload, download and removal. */
export function storageActions(files: FileStore, base: () => string): Record<string, Action> {
  return {
    'storage.getUploadMetadata': (request) => {
      const path = checkedPath(textField(request, 'path'));
      return {
        data: {
          url: `${base()}/upload/${files.announce(path)}`,
          token: 'local',
          authorization: 'local',
          fileId: fileIdOf(path),
          cosFileId: 'local',
        },
      };
    },

    'storage.batchGetDownloadUrl': (request) => ({
      data: {
        download_list: listField(request, 'file_list').map((entry) => {
          const { fileid, max_age } = isPlainObject(entry) ? entry : {};
          const age = typeof max_age === 'number' && max_age > 0 ? max_age : DEFAULT_AGE_SECONDS;
          return downloadEntry(files, base(), String(fileid), age);
        }),
      },
    }),

    'storage.batchDeleteFile': async (request) => {
      const deleted: { code: string; fileID: string }[] = [];
      for (const fileId of listField(request, 'fileid_list').map(String)) {
        const isThere = await files.remove(pathOfFileId(fileId) ?? '');
        deleted.push({ code: isThere ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST', fileID: fileId });
      }
      return { data: { delete_list: deleted } };
    },
  };
}
