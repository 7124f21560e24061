import { readBulletin } from '#shared/contract/public/read-bulletin';
import { onRead } from '../entry/handler';
import { issuedBulletin } from '../store/bulletin/bulletins';
import { findEdition } from '../store/edition/editions';

export const readBulletinHandler = onRead(readBulletin, async ({ editionId, number }, { database }) => {
  const edition = await findEdition(database, editionId);
  const { printed, ...bulletin } = await issuedBulletin(database, { editionId: edition.id, number });
  return { ...bulletin, edition, entries: printed };
});
