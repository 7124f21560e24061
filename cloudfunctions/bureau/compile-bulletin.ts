import { compileBulletin } from '#shared/contract/compile-bulletin';
import { refuse } from '#shared/contract/errors';
import { onWrite } from '../entry/handler';
import { compileDay } from '../store/bulletin-facts';
import { requireDayOf } from '../store/bulletins';
import { editionTakingRecords } from '../store/editions';

export const compileBulletinHandler = onWrite(compileBulletin, async ({ day }, { now, transaction }) => {
  const edition = await editionTakingRecords(transaction);
  requireDayOf(edition, day);
  const bulletin = await compileDay(transaction, { edition, day, now });
  if (bulletin === null) throw refuse('FROZEN', { state: 'bulletin-collecting' });
  if (bulletin.state === 'issued') throw refuse('FROZEN', { state: 'bulletin-issued' });
  return { bulletin };
});
