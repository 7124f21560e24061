import { refuse } from '#shared/contract/errors';
import { exportBulletin } from '#shared/contract/export-bulletin';
import { onRead } from '../entry/handler';
import { keepFile, temporaryAddressOf } from '../platform/files';
import { privatePath } from '../platform/private-path';
import { bulletinOfDayIfAny, requireDayOf } from '../store/bulletins';
import { currentEdition } from '../store/editions';
import { writeBulletinFile } from './bulletin-file';

export const exportBulletinHandler = onRead(exportBulletin, async ({ day }, { caller, database }) => {
  const edition = await currentEdition(database);
  requireDayOf(edition, day);
  const bulletin = await bulletinOfDayIfAny(database, { editionId: edition.id, day });
  if (bulletin === null || bulletin.state === 'open') throw refuse('FROZEN', { state: 'bulletin-open' });
  const { fileName, content } = await writeBulletinFile(edition, bulletin, caller.acting().unitName);
  const fileID = await keepFile(
    privatePath('bulletins', `${bulletin.id}-${bulletin.revision}`, 'docx'),
    content,
  );
  return { fileName, url: await temporaryAddressOf(fileID), bytes: content.length };
});
