import type { Likeness } from '#shared/double/doubles';
import { standsForItself } from '#shared/double/joint-event';
import { plainLikeness } from '#shared/double/plain-likeness';
import type { Activity } from '#shared/record/activity';
import type { PlainKindName, PlainRecordOf } from '#shared/record/plain-kinds';
import type { RecordEnvelope } from '#shared/record/record';
import type { RecordKind } from '#shared/record/record-kind';
import type { AnyRecord } from '#shared/record/record-kinds';
import type { Reader } from '../../platform/database';
import { plainCollections } from '../../store/record/plain-records';
import { findLikeActivities } from './find-like-activities';

/** A record that may be the same as another, and how alike they are. */
export interface FoundDouble {
  candidate: Pick<RecordEnvelope, 'id' | 'unitCity'>;
  likeness: Likeness;
}

/** More than an edition has of one date; of a whole record two hundred stay under the platform's 1 MB. */
const mostOfAMark = 100;

/** Policies and showcases are found by what they have in common with the one: a document number, a date, a holder, the name. */
async function findLikePlain<Kind extends PlainKindName>(
  reader: Reader,
  kind: Kind,
  record: PlainRecordOf[Kind],
): Promise<FoundDouble[]> {
  const { name } = plainCollections[kind];
  const { editionId, id } = record;
  const near = new Map<string, PlainRecordOf[Kind]>();
  const likeness = plainLikeness[kind];
  for (const mark of record.marks) {
    const where = { editionId, marks: mark };
    for (const each of await reader.list<PlainRecordOf[Kind]>(name, { where, limit: mostOfAMark }))
      near.set(each.id, each);
  }
  near.delete(id);
  return [...near.values()]
    .filter(standsForItself)
    .map((candidate) => ({ candidate, likeness: likeness(record, candidate) }))
    .filter((found) => found.likeness.isDouble)
    .sort(
      (one, other) =>
        other.likeness.name - one.likeness.name || (one.candidate.id < other.candidate.id ? -1 : 1),
    );
}

/** Records that may be the same as one of its kind, the likest first (查重). */
export function findLikeRecords(
  reader: Reader,
  kind: RecordKind,
  record: AnyRecord,
): Promise<readonly FoundDouble[]> {
  if (kind !== 'activity')
    return findLikePlain<PlainKindName>(reader, kind, record as PlainRecordOf[PlainKindName]);
  const activity = record as Activity;
  const { editionId, id, days } = activity;
  return findLikeActivities(reader, { editionId, id, activity, days });
}
