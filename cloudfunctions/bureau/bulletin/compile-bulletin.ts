import { compileBulletin } from '#shared/contract/bulletin/compile-bulletin';
import { refuse } from '#shared/refusal/errors';
import { onDecidedWrite } from '../../entry/handler';
import { compileDay, gatherBulletin } from '../../work/bulletin/bulletin-facts';
import { requireDayOf } from '../../store/bulletin/bulletins';
import { editionTakingRecords } from '../../store/edition/editions';

export const compileBulletinHandler = onDecidedWrite(compileBulletin, {
  gather: async ({ day }, { database }) => {
    const edition = await editionTakingRecords(database);
    requireDayOf(edition, day);
    return gatherBulletin(database, { edition, day });
  },
  run: async ({ day }, { now, transaction }, gathered) => {
    const edition = await editionTakingRecords(transaction);
    const bulletin = await compileDay(transaction, { edition, day, now }, gathered);
    if (bulletin === null) throw refuse('FROZEN', { state: 'bulletin-collecting' });
    if (bulletin.state === 'issued') throw refuse('FROZEN', { state: 'bulletin-issued' });
    return { bulletin };
  },
});
