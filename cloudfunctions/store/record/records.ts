import { isDeepStrictEqual } from 'node:util';
import { missingOf } from '#shared/record/record-kind';
import { refuse } from '#shared/refusal/errors';
import { requireRevision } from '#shared/refusal/require-revision';
import type { RecordOf } from '#shared/record/record-kinds';
import { tells, type RecordEnvelope, type RecordState } from '#shared/record/record';
import type { City } from '#shared/ground/region';
import { fitToEdition } from '#shared/record/fit-to-edition';
import { recordKind, type RecordKind } from '#shared/record/record-kind';
import type { Obstacle } from '#shared/refusal/in-the-way';
import type { Edition } from '#shared/week/edition';
import type { Database, Finder, Reader, Transaction } from '../../platform/database';
import { requireOpenEdition } from '../edition/editions';
import { findGroup } from './merge-groups';
import { countRecordsInState, inState, readRecordPage, type RecordPage } from './record-pages';
import { collectionOf, keepSettled } from './settled-records';
import { keepGroup } from './told-together';

/** What the audit calls the place where a kind of record is kept. */
export function collectionNameOf(kind: RecordKind): string {
  return collectionOf[kind].name;
}

/** One record; null when there is none of that id. */
export function findRecordIfAny<Kind extends RecordKind>(
  reader: Finder,
  kind: Kind,
  id: string,
): Promise<RecordOf[Kind] | null> {
  return reader.find<RecordOf[Kind]>(collectionOf[kind].name, id);
}

/** One record. NOT_FOUND when there is none of that id. */
export async function findRecord<Kind extends RecordKind>(
  reader: Finder,
  kind: Kind,
  id: string,
): Promise<RecordOf[Kind]> {
  const found = await findRecordIfAny(reader, kind, id);
  if (found === null) throw refuse('NOT_FOUND', { what: missingOf(kind) });
  return found;
}

/** A record that somebody is about to change: there, within reach, of an edition that is open, and as it was read. */
export async function findRevision<Kind extends RecordKind>(
  reader: Finder,
  { kind, id, revision }: { kind: Kind; id: string; revision: number },
  requireReach: (record: RecordEnvelope) => void,
): Promise<RecordOf[Kind]> {
  const kept = await findRecord(reader, kind, id);
  requireReach(kept);
  await requireOpenEdition(reader, kept.editionId);
  requireRevision(kept, revision);
  return kept;
}

/**
 * Keeps a record in place of its earlier revision, with what follows from its fields and state, for it and for those that it is merged
 * with: the record kept.
 */
export async function keepRecord<Kind extends RecordKind>(
  transaction: Transaction,
  kind: Kind,
  record: RecordOf[Kind],
): Promise<RecordOf[Kind]> {
  if (record.joint === null) return keepSettled(transaction, kind, record, 'replace');
  const group = await findGroup(transaction, kind, record.joint.leadingId);
  const all = await keepGroup(transaction, kind, group, [record]);
  return all.find(({ id }) => id === record.id) ?? record;
}

/** Keeps a new record likewise. */
export function insertRecord<Kind extends RecordKind>(
  transaction: Transaction,
  kind: Kind,
  record: RecordOf[Kind],
): Promise<RecordOf[Kind]> {
  return keepSettled(transaction, kind, record, 'insert');
}

/**
 * Works out again what follows for an activity from its edition, which has changed; whether anything came out otherwise. It is no
 * new revision: nobody who has the record open is disturbed.
 */
export async function settleAgain(transaction: Transaction, id: string, edition: Edition): Promise<boolean> {
  const kept = await findRecord(transaction, 'activity', id);
  const fitted = fitToEdition(kept, edition);
  if (fitted === null || isDeepStrictEqual(fitted, kept)) return false;
  await (kept.joint === null
    ? transaction.replace(collectionNameOf('activity'), fitted)
    : keepRecord(transaction, 'activity', fitted));
  return true;
}

const mostOfCity = 1000;

/** The records of an edition that are of a city's units, or about the city; withdrawn ones stand for nothing. */
export async function recordsOfCity(reader: Reader, editionId: string, city: string): Promise<Obstacle[]> {
  const found = new Map<string, Obstacle>();
  for (const what of recordKind.options) {
    const { name: collection, indexes } = collectionOf[what];
    const fields = ['unitCity', ...(indexes.some(({ keys }) => keys[1]?.[0] === 'city') ? ['city'] : [])];
    for (const field of fields) {
      const some = await reader.list<RecordEnvelope & { name: string }>(collection, {
        where: { editionId, [field]: city },
        limit: mostOfCity,
        fields: ['name', 'unitName', 'state'],
      });
      for (const { id, name, unitName, state } of some)
        if (tells({ state })) found.set(id, { what, id, name, unitName });
    }
  }
  return [...found.values()];
}

/** A unit's own records of a kind, the latest first. */
export function recordsOfUnit<Kind extends RecordKind>(
  reader: Reader,
  kind: Kind,
  query: { editionId: string; unitId: string; after: string | null; size: number },
): Promise<RecordPage<RecordOf[Kind]>> {
  const { editionId, unitId, after, size } = query;
  return readRecordPage(reader, collectionOf[kind], {
    where: { editionId, unitId },
    after,
    size,
    latestFirst: true,
  });
}

/** How many records of a kind, of a city's units or of all when the city is null, are in a state. */
export function countRecords(
  database: Database,
  kind: RecordKind,
  which: { editionId: string; city: City | null; state: RecordState },
): Promise<number> {
  return countRecordsInState(database, collectionOf[kind], which);
}

/** The records of a kind, of a city's units or of all when the city is null, that are in a state. */
export function recordsInState<Kind extends RecordKind>(
  reader: Reader,
  kind: Kind,
  query: { editionId: string; city: City | null; state: RecordState; after: string | null; size: number },
): Promise<RecordPage<RecordOf[Kind]>> {
  const { after, size } = query;
  return readRecordPage(reader, collectionOf[kind], { where: inState(query), after, size });
}
