import { wrongField } from '../refusal/errors';
import type { RecordFile } from './record';
import type { Problem } from '../refusal/problems';

type Purpose = RecordFile['purpose'];

const megabyte = 1024 * 1024;

/** How large a file of each purpose may be, and how many a record may have (图片、附件的大小和数量). */
export const fileLimits: Record<Purpose, { megabytes: number; count: number }> = {
  poster: { megabytes: 10, count: 1 },
  photo: { megabytes: 10, count: 9 },
  attachment: { megabytes: 20, count: 5 },
};

/** The most bytes a file of a purpose may have. */
export function mostBytesOf(purpose: Purpose): number {
  return fileLimits[purpose].megabytes * megabyte;
}

/** What to refuse a file with. */
export function wrongFile(problem: Problem, limit: number | null = null) {
  return wrongField('fileID', problem, limit);
}

/** What to refuse a file with that is larger than its purpose allows. */
export function tooLarge(purpose: Purpose) {
  return wrongFile('file-too-large', fileLimits[purpose].megabytes);
}

/** Refuses one file more than a record may have of a purpose. */
export function requireRoom(files: readonly RecordFile[], purpose: Purpose): void {
  const { count } = fileLimits[purpose];
  if (files.filter((file) => file.purpose === purpose).length >= count) throw wrongFile('too-many', count);
}

/** The files that the public may see: those that passed the check. */
export function shownFiles(files: readonly RecordFile[]): RecordFile[] {
  return files.filter(({ check }) => check === 'passed');
}
