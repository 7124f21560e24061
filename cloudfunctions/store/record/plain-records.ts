import {
  plainKindNames,
  plainKinds,
  type PlainKindName,
  type PlainRecordOf,
} from '#shared/record/plain-kinds';
import type { Reader } from '../../platform/database';
import { indexOn, type Collection } from '../collection';
import { summaryIndexes } from '../summary/summary-reading';
import { readRecordPage, recordIndexes, type RecordPage } from './record-pages';

function collectionOf(kind: PlainKindName): Collection {
  const { collection, filters, draft } = plainKinds[kind];
  const filtered = Object.keys(filters).map((field) => indexOn('editionId', 'listed', field, 'sortKey'));
  const ofCity = 'city' in draft.shape ? [indexOn('editionId', 'city')] : [];
  const marked = indexOn('editionId', 'marks');
  return { name: collection, indexes: [...recordIndexes, ...summaryIndexes, marked, ...filtered, ...ofCity] };
}

/** Where each plain kind of record is kept. */
export const plainCollections = Object.fromEntries(
  plainKindNames.map((kind) => [kind, collectionOf(kind)]),
) as Readonly<Record<PlainKindName, Collection>>;

/** What the public sees of a kind, the latest first; of all where a filter is null. */
export function listedRecords<Kind extends PlainKindName>(
  reader: Reader,
  kind: Kind,
  query: {
    editionId: string;
    filters?: Readonly<Record<string, string | null>>;
    after: string | null;
    size: number;
  },
): Promise<RecordPage<PlainRecordOf[Kind]>> {
  const { editionId, filters = {}, after, size } = query;
  const asked = Object.entries(filters).flatMap(([field, value]) => (value === null ? [] : [[field, value]]));
  return readRecordPage<PlainRecordOf[Kind]>(reader, plainCollections[kind], {
    where: { editionId, listed: true, ...(Object.fromEntries(asked) as Record<string, string>) },
    after,
    size,
    latestFirst: true,
  });
}
