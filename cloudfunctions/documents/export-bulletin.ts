import { refuse } from '#shared/refusal/errors';
import { exportBulletin } from '#shared/contract/bulletin/export-bulletin';
import { onRead } from '../entry/handler';
import { keepFile, temporaryAddressOf } from '../platform/files';
import { privatePath } from '../platform/private-path';
import { bulletinOfDayIfAny, requireDayOf } from '../store/bulletin/bulletins';
import { currentEdition } from '../store/edition/editions';
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
