import type { ContentCheck, RecordFile } from '#shared/record/record';
import { askAboutPicture } from '../../platform/content-check';
import type { Finder, Transaction } from '../../platform/database';
import { temporaryAddressOf } from '../../platform/files';
import { indexOn, type Collection } from '../collection';
import type { RecordKind } from '#shared/record/record-kind';

/** That the content check was asked about a picture of a record, under WeChat's trace; gone once it is answered. */
export interface PictureAsk {
  /** The trace: nobody outside knows it, and an answer that names no such one is not taken. */
  id: string;
  kind: RecordKind;
  recordId: string;
  fileId: string;
  /** In whose name it was asked. */
  openid: string;
  at: number;
}

export const pictureAsks: Collection = {
  name: 'picture-asks',
  indexes: [indexOn('at')],
  unaudited: 'trace',
  erasedBy: 'at',
};

/** WeChat answers within half an hour; what has not come by then is lost and is asked again. */
export const answersWithinMs = 1_800_000;

/** Asks about a picture that waits; null when it could not be asked. The answer is taken once the ask is kept. */
export async function askAboutFile(
  openid: string,
  { kind, recordId, file, now }: { kind: RecordKind; recordId: string; file: RecordFile; now: number },
): Promise<PictureAsk | null> {
  const trace = await askAboutPicture(openid, await temporaryAddressOf(file.fileID));
  return trace === null ? null : { id: trace, kind, recordId, fileId: file.id, openid, at: now };
}

export async function keepPictureAsks(transaction: Transaction, asks: readonly PictureAsk[]): Promise<void> {
  for (const ask of asks) await transaction.replace(pictureAsks.name, ask);
}

/** What was asked under a trace; null when nothing was, or it is answered. */
export function findPictureAsk(reader: Finder, trace: string): Promise<PictureAsk | null> {
  return reader.find<PictureAsk>(pictureAsks.name, trace);
}

export async function endPictureAsk(transaction: Transaction, { id }: PictureAsk): Promise<void> {
  await transaction.remove(pictureAsks.name, id);
}

/** Files with what the check said of one of them; a person's word, and an earlier answer, stand. */
export function withFileCheck(
  files: readonly RecordFile[],
  fileId: string,
  check: ContentCheck,
): RecordFile[] {
  return files.map((file) => (file.id === fileId ? { ...file, check } : file));
}
