import { openRecord } from '#shared/contract/record/open-record';
import type { KeptRecord } from '#shared/contract/record/record-views';
import { onRead } from '../../entry/handler';
import { findRecord } from '../../store/record/records';

export const openRecordHandler = onRead(openRecord, async ({ kind, id }, { caller, database }) => {
  const record = await findRecord(database, kind, id);
  caller.require(record);
  const members = record.joint?.members ?? [];
  return {
    kept: { kind, record } as KeptRecord,
    mergedInto: members.find((each) => each.id === record.mergedInto) ?? null,
    merged: record.mergedInto === null ? members.filter((each) => each.id !== id) : [],
  };
});
