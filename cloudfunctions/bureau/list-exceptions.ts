import { listExceptions } from '#shared/contract/list-exceptions';
import { onRead } from '../entry/handler';
import { exceptionsOf } from '../store/bulletin-exceptions';
import { currentEdition } from '../store/editions';

export const listExceptionsHandler = onRead(listExceptions, async ({ day }, { database }) => {
  const edition = await currentEdition(database);
  return { exceptions: await exceptionsOf(database, { editionId: edition.id, day }) };
});
