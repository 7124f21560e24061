import { listRecordsInState } from '#shared/contract/record/list-records-in-state';
import type { KeptRecord } from '#shared/contract/record/record-views';
import { onRead } from '../../entry/handler';
import { cityOf, reviewScopeOf } from '../../work/people/review-scope';
import { recordsInState } from '../../store/record/records';
import { editionAsked } from '../../work/edition/asked-edition';

/** Records with every field at its longest, and a showcase's follow-ups, stay under the platform's 1 MB a reply. */
const pageSize = 10;

export const listRecordsInStateHandler = onRead(
  listRecordsInState,
  async ({ kind, state, after, editionId }, { caller, database }) => {
    const edition = await editionAsked(caller, database, editionId);
    const city = cityOf(reviewScopeOf(caller));
    const { records, next } = await recordsInState(database, kind, {
      editionId: edition.id,
      city,
      state,
      after,
      size: pageSize,
    });
    return { records: records.map((record) => ({ kind, record }) as KeptRecord), next };
  },
);
