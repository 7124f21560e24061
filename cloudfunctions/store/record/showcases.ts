import type { Showcase, ShowcaseKind } from '#shared/record/showcase';
import type { Reader } from '../../platform/database';
import { indexOn, type Collection } from '../collection';
import { readRecordPage, recordIndexes, type RecordPage } from './record-pages';

export const showcases: Collection = {
  name: 'showcases',
  indexes: [...recordIndexes, indexOn('editionId', 'listed', 'kind', 'sortKey')],
};

/** What the public sees of the showcases, of one kind or of all, the latest first. */
export function listedShowcases(
  reader: Reader,
  query: { editionId: string; kind: ShowcaseKind | null; after: string | null; size: number },
): Promise<RecordPage<Showcase>> {
  const { editionId, kind, after, size } = query;
  return readRecordPage<Showcase>(reader, showcases, {
    where: { editionId, listed: true, ...(kind === null ? {} : { kind }) },
    after,
    size,
    latestFirst: true,
  });
}
