import type { HeadcountChoice } from '#shared/record/activity';
import { jointOf } from '#shared/double/joint-event';
import { differingFields } from '#shared/record/record-life';
import type { RecordKind } from '#shared/record/record-kind';
import { settleRecord, type RecordOf } from '#shared/record/record-kinds';
import type { Finder, Transaction } from '../../platform/database';
import { findEdition } from '../edition/editions';
import { findGroup, replaceGroup, type MergeGroup } from './merge-groups';
import { collectionOf, keepSettled } from './settled-records';

async function findMember<Kind extends RecordKind>(
  finder: Finder,
  kind: Kind,
  id: string,
): Promise<RecordOf[Kind]> {
  const found = await finder.find<RecordOf[Kind]>(collectionOf[kind].name, id);
  if (found === null) throw new Error(`${id} is merged, and is not there`);
  return found;
}

/** The records that one is told together with, itself among them, the leading one first; itself alone when it is merged with none. */
export async function recordsTogether<Kind extends RecordKind>(
  finder: Finder,
  kind: Kind,
  record: RecordOf[Kind],
): Promise<RecordOf[Kind][]> {
  if (record.joint === null) return [record];
  const { id, merged } = await findGroup(finder, kind, record.joint.leadingId);
  const records: RecordOf[Kind][] = [];
  // One after the other: a transaction takes one request at a time.
  for (const each of [id, ...merged.map(({ otherId }) => otherId)])
    records.push(each === record.id ? record : await findMember(finder, kind, each));
  return records;
}

function choicesOf({ merged }: MergeGroup): ReadonlyMap<string, HeadcountChoice> {
  return new Map(merged.flatMap(({ otherId, choice }) => (choice === null ? [] : [[otherId, choice]])));
}

/**
 * Keeps a group with those of its records that have changed; what all are together is worked out again and kept with each, which is no
 * change of the others: all of them, the leading one first.
 */
export async function keepGroup<Kind extends RecordKind>(
  transaction: Transaction,
  kind: Kind,
  group: MergeGroup,
  changed: readonly RecordOf[Kind][],
): Promise<RecordOf[Kind][]> {
  const records: RecordOf[Kind][] = [];
  for (const id of [group.id, ...group.merged.map(({ otherId }) => otherId)]) {
    const own = changed.find((each) => each.id === id);
    records.push(
      own === undefined
        ? await findMember(transaction, kind, id)
        : settleRecord(kind, own, await findEdition(transaction, own.editionId)),
    );
  }
  const joint = records.length === 1 ? null : jointOf(kind, { records, choices: choicesOf(group) });
  const kept: RecordOf[Kind][] = [];
  for (const record of records) {
    const isChanged = changed.some(({ id }) => id === record.id);
    const isSame = differingFields(record, { joint }, ['joint']).length === 0;
    kept.push(
      isChanged || !isSame ? await keepSettled(transaction, kind, { ...record, joint }, 'replace') : record,
    );
  }
  await replaceGroup(transaction, group);
  return kept;
}
