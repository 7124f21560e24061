import { listExceptions } from '#shared/contract/bulletin/list-exceptions';
import { onRead } from '../../entry/handler';
import { exceptionsOf } from '../../store/bulletin/bulletin-exceptions';
import { editionAsked } from '../../work/edition/asked-edition';

export const listExceptionsHandler = onRead(
  listExceptions,
  async ({ editionId, day }, { caller, database }) => {
    const edition = await editionAsked(caller, database, editionId);
    return { exceptions: await exceptionsOf(database, { editionId: edition.id, day }) };
  },
);
