import type { RecordKind } from '#shared/record/record-kind';
import type { Finder, Reader, Transaction } from '../../platform/database';
import { indexOn, type Collection } from '../collection';

/**
 * That a record is to be looked at for doubles (待查重): written with every change of it that matters, taken away when its pairs are
 * in line. Looking reads many records, which no transaction can; so it follows the change, at once or by the timer.
 */
interface DoubleMark {
  /** The record. */
  id: string;
  kind: RecordKind;
  at: number;
}

export const doubleMarks: Collection = {
  name: 'double-marks',
  indexes: [indexOn('at')],
  unaudited: 'copy',
};

/** Marks a record that was changed. */
export async function markForPairing(
  transaction: Transaction,
  { kind, id }: { kind: RecordKind; id: string },
  now: number,
): Promise<void> {
  const mark: DoubleMark = { id, kind, at: now };
  await transaction.replace(doubleMarks.name, mark);
}

export async function isMarked(finder: Finder, id: string): Promise<boolean> {
  return (await finder.find(doubleMarks.name, id)) !== null;
}

export async function removeMark(transaction: Transaction, id: string): Promise<void> {
  await transaction.remove(doubleMarks.name, id);
}

/** The records that wait to be looked at, the longest waiting first. */
export function markedRecords(reader: Reader, size: number): Promise<{ kind: RecordKind; id: string }[]> {
  return reader.list<DoubleMark>(doubleMarks.name, {
    where: {},
    orderBy: ['at', 'asc'],
    limit: size,
  });
}
