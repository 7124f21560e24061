import { bulletinAsked } from '../work/bulletin/asked-bulletin';
import { refuse } from '#shared/refusal/errors';
import { exportBulletin } from '#shared/contract/bulletin/export-bulletin';
import { onRead } from '../entry/handler';
import { keepFile, temporaryAddressOf } from '../platform/files';
import { privatePath } from '../platform/private-path';
import { bulletinOfDayIfAny } from '../store/bulletin/bulletins';
import { writeBulletinFile } from './bulletin-file';

export const exportBulletinHandler = onRead(exportBulletin, async (input, { caller, database }) => {
  const { edition, day } = await bulletinAsked(caller, database, input);
  const bulletin = await bulletinOfDayIfAny(database, { editionId: edition.id, day });
  if (bulletin === null || bulletin.state === 'open') throw refuse('FROZEN', { state: 'bulletin-open' });
  const { fileName, content } = await writeBulletinFile(edition, bulletin, caller.acting().unitName);
  const fileID = await keepFile(
    privatePath('bulletins', `${bulletin.id}-${bulletin.revision}`, 'docx'),
    content,
  );
  return { fileName, url: await temporaryAddressOf(fileID), bytes: content.length };
});
