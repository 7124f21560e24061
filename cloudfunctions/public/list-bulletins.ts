import { listBulletins } from '#shared/contract/list-bulletins';
import { onRead } from '../entry/handler';
import { issuedBulletins } from '../store/bulletins';
import { findEdition } from '../store/editions';

export const listBulletinsHandler = onRead(listBulletins, async ({ editionId }, { database }) => {
  const edition = await findEdition(database, editionId);
  const issued = await issuedBulletins(database, edition.id);
  return {
    edition,
    bulletins: issued.map(({ printed, ...bulletin }) => ({ ...bulletin, entries: printed })),
  };
});
