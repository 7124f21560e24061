import { listPolicies } from '#shared/contract/public/list-policies';
import { onRead } from '../entry/handler';
import { currentEdition } from '../store/edition/editions';
import { listedPolicies } from '../store/record/policies';

const pageSize = 20;

export const listPoliciesHandler = onRead(listPolicies, async ({ after }, { database }) => {
  const edition = await currentEdition(database);
  const { records, next } = await listedPolicies(database, { editionId: edition.id, after, size: pageSize });
  return { policies: records, next };
});
