import { listShowcases } from '#shared/contract/public/list-showcases';
import { onRead } from '../entry/handler';
import { currentEdition } from '../store/edition/editions';
import { listedShowcases } from '../store/record/showcases';

const pageSize = 20;

export const listShowcasesHandler = onRead(listShowcases, async ({ kind, after }, { database }) => {
  const edition = await currentEdition(database);
  const { records, next } = await listedShowcases(database, {
    editionId: edition.id,
    kind,
    after,
    size: pageSize,
  });
  return { showcases: records, next };
});
