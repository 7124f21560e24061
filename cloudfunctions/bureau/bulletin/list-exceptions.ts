import { listExceptions } from '#shared/contract/bulletin/list-exceptions';
import { onRead } from '../../entry/handler';
import { exceptionsOf } from '../../store/bulletin/bulletin-exceptions';
import { currentEdition } from '../../store/edition/editions';

export const listExceptionsHandler = onRead(listExceptions, async ({ day }, { database }) => {
  const edition = await currentEdition(database);
  return { exceptions: await exceptionsOf(database, { editionId: edition.id, day }) };
});
