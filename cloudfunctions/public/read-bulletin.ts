import { readBulletin } from '#shared/contract/public/read-bulletin';
import { onRead } from '../entry/handler';
import { issuedBulletin } from '../store/bulletin/bulletins';
import { editionAsked } from '../work/edition/asked-edition';

export const readBulletinHandler = onRead(
  readBulletin,
  async ({ editionId, number }, { caller, database }) => {
    const edition = await editionAsked(caller, database, editionId);
    const { printed, ...bulletin } = await issuedBulletin(database, { editionId: edition.id, number });
    return { ...bulletin, edition, entries: printed };
  },
);
