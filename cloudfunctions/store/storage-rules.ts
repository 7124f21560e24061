import { fileLimits, mostBytesOf } from '#shared/record/record-files';
import type { RecordFile } from '#shared/record/record';
import { uploadPathsFor } from './record/uploads';

/**
 * What phones may do with the cloud storage, in the form of the platform's safety rules (云存储安全规则): one expression for
 * reading and one for writing, over `auth`, who asks, and `resource`, the file. Functions are bound by neither, and a phone
 * has no way to list files.
 */
export interface StorageRules {
  read: string;
  write: string;
}

/**
 * What phones read by its id alone. `public/` is for everybody. `files/` has the pictures and papers of records under paths
 * that nobody guesses: whoever is shown a record is given the ids with it, and a picture is then fetched from the CDN, without
 * a function for each view or a second copy to be made and removed with every release. So whoever was once shown a picture
 * can fetch it until it is taken out of the storage. All else is fetched at temporary addresses that functions give.
 */
const readableFolders = ['public', 'files'] as const;

/** Where a phone uploads for one purpose, and how much. */
function uploadRule(purpose: RecordFile['purpose']): string {
  return `(${pathIs(uploadPathsFor(purpose))} && resource.size <= ${mostBytesOf(purpose)})`;
}

/** The platform's expressions know a path by a regular expression, and by nothing else. */
function pathIs(pattern: RegExp): string {
  return `${String(pattern)}.test(resource.path)`;
}

const purposes = Object.keys(fileLimits) as RecordFile['purpose'][];

/** The build writes these down for the platform, and the local cloud applies what was written. */
export const storageRules: StorageRules = {
  read: pathIs(new RegExp(`^(${readableFolders.join('|')})/.`)),
  write: `resource.openid == auth.openid && (${purposes.map(uploadRule).join(' || ')})`,
};
