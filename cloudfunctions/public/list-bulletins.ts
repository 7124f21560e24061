import { listBulletins } from '#shared/contract/public/list-bulletins';
import { onRead } from '../entry/handler';
import { issuedBulletins } from '../store/bulletin/bulletins';
import { editionAsked } from '../work/edition/asked-edition';

export const listBulletinsHandler = onRead(listBulletins, async ({ editionId }, { caller, database }) => {
  const edition = await editionAsked(caller, database, editionId);
  const issued = await issuedBulletins(database, edition.id);
  return {
    edition,
    bulletins: issued.map(({ printed, ...bulletin }) => ({ ...bulletin, entries: printed })),
  };
});
