import { openRecord } from '#shared/contract/record/open-record';
import type { KeptRecord } from '#shared/contract/record/record-views';
import { onRead } from '../../entry/handler';
import { mergedInto } from '../../store/record/activities';
import { findRecord } from '../../store/record/records';

export const openRecordHandler = onRead(openRecord, async ({ kind, id }, { caller, database }) => {
  const record = await findRecord(database, kind, id);
  caller.require(record);
  const into = record.mergedInto;
  const [standsFor, merged] = await Promise.all([
    into === null ? null : findRecord(database, 'activity', into),
    kind === 'activity' ? mergedInto(database, id) : [],
  ]);
  return { kept: { kind, record } as KeptRecord, mergedInto: standsFor, merged };
});
