import { listOwnRecords } from '#shared/contract/record/list-own-records';
import type { KeptRecord } from '#shared/contract/record/record-views';
import { onRead } from '../../entry/handler';
import { recordsOfUnit } from '../../store/record/records';
import { editionAsked } from '../../work/edition/asked-edition';

/** Records with every field at its longest, and a showcase's follow-ups, stay under the platform's 1 MB a reply. */
const pageSize = 10;

export const listOwnRecordsHandler = onRead(
  listOwnRecords,
  async ({ kind, after, editionId }, { caller, database }) => {
    const edition = await editionAsked(caller, database, editionId);
    const { unitId } = caller.acting();
    const { records, next } = await recordsOfUnit(database, kind, {
      editionId: edition.id,
      unitId,
      after,
      size: pageSize,
    });
    return { records: records.map((record) => ({ kind, record }) as KeptRecord), next };
  },
);
