import { listBulletins } from '#shared/contract/public/list-bulletins';
import { onRead } from '../entry/handler';
import { issuedBulletins } from '../store/bulletin/bulletins';
import { findEdition } from '../store/edition/editions';

export const listBulletinsHandler = onRead(listBulletins, async ({ editionId }, { database }) => {
  const edition = await findEdition(database, editionId);
  const issued = await issuedBulletins(database, edition.id);
  return {
    edition,
    bulletins: issued.map(({ printed, ...bulletin }) => ({ ...bulletin, entries: printed })),
  };
});
