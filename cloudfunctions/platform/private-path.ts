import { keyedHashOf } from './keyed-hash';

/** Where files lie that are not for everybody, and the pictures and papers of records. */
type Folder = 'bulletins' | 'files' | 'mails' | 'reports' | 'workbooks';

/**
 * The path of a file that is not published (私有路径): the same for the same id, and nobody without the key guesses it,
 * whatever the storage's rules are set to.
 */
export function privatePath(folder: Folder, id: string, extension: string): string {
  const hash = keyedHashOf('path', `${folder}/${id}.${extension}`).slice(0, 32);
  return `${folder}/${id}-${hash}.${extension}`;
}
