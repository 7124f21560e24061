import { readHistory } from '#shared/contract/record/read-history';
import { historyOf } from '#shared/audit/record-history';
import { onRead } from '../../entry/handler';
import { historyEntries } from '../../store/audit/audit';
import { collectionNameOf, findRecord } from '../../store/record/records';

export const readHistoryHandler = onRead(readHistory, async ({ kind, id, after }, { caller, database }) => {
  caller.require(await findRecord(database, kind, id));
  const { entries, next } = await historyEntries(database, id, after);
  return { entries: historyOf({ kind, id, collection: collectionNameOf(kind) }, entries), next };
});
