import type { RecordKind } from '#shared/record/record-kind';
import { settleRecord, type AnyRecord, type RecordOf } from '#shared/record/record-kinds';
import type { Jurisdiction } from '#shared/ground/region';
import type { Day } from '#shared/ground/guangdong-time';
import type { Transaction } from '../../platform/database';
import type { Collection } from '../collection';
import { markUses } from '../edition/edition-uses';
import { findEdition } from '../edition/editions';
import { activities } from './activities';
import { plainCollections } from './plain-records';

/** Where each kind of record is kept. */
export const collectionOf: Record<RecordKind, Collection> = {
  activity: activities,
  ...plainCollections,
};

/** What a record needs of its edition: its days, the city that its unit answers to, the one it is about, and its series. */
function usesOfRecord(record: AnyRecord): {
  days: readonly Day[];
  cities: readonly Jurisdiction[];
  series: readonly string[];
} {
  return {
    days: 'days' in record ? record.days : [],
    cities: 'city' in record ? [record.unitCity, record.city] : [record.unitCity],
    series: 'series' in record && record.series !== '' ? [record.series] : [],
  };
}

/** Keeps one record by itself, with what follows from its fields and state. */
export async function keepSettled<Kind extends RecordKind>(
  transaction: Transaction,
  kind: Kind,
  record: RecordOf[Kind],
  how: 'insert' | 'replace',
): Promise<RecordOf[Kind]> {
  const settled = settleRecord(kind, record, await findEdition(transaction, record.editionId));
  await markUses(transaction, record.editionId, usesOfRecord(settled));
  await transaction[how](collectionOf[kind].name, settled);
  return settled;
}
