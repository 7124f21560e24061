import { publishedTextsOf, type Bulletin } from '#shared/bulletin/bulletin';
import { openCheckOf, type OpenCheck } from '#shared/record/check-state';
import { publicTextsOf, type PublicText } from '#shared/record/public-texts';
import type { AnyRecord } from '#shared/record/record-kinds';
import type { Finder, Transaction } from '../../platform/database';
import { bulletinIfAny, keepBulletin } from '../../store/bulletin/bulletins';
import { findRecordIfAny, keepRecord } from '../../store/record/records';
import type { CheckedKind, RecordKind } from '#shared/record/record-kind';

/** What a check is about, as it is kept. */
export type CheckedSubject = { kind: RecordKind; kept: AnyRecord } | { kind: 'bulletin'; kept: Bulletin };

export async function findSubject(
  reader: Finder,
  { kind, id }: { kind: CheckedKind; id: string },
): Promise<CheckedSubject | null> {
  if (kind === 'bulletin') {
    const kept = await bulletinIfAny(reader, id);
    return kept === null ? null : { kind, kept };
  }
  const kept = await findRecordIfAny(reader, kind, id);
  return kept === null ? null : { kind, kept };
}

export async function keepSubject(transaction: Transaction, subject: CheckedSubject): Promise<void> {
  if (subject.kind === 'bulletin') await keepBulletin(transaction, subject.kept);
  else await keepRecord(transaction, subject.kind, subject.kept);
}

/** What is still to come of its check. */
export function openCheckOfSubject({ kept }: CheckedSubject): OpenCheck {
  return openCheckOf({ files: [], ...kept });
}

/** The words that the check is about. */
export function textsOfSubject({ kind, kept }: CheckedSubject): PublicText[] {
  return kind === 'bulletin'
    ? publishedTextsOf(kept).map((text) => ({ field: '', text }))
    : publicTextsOf(kind, kept);
}
