import { bulletinToChange } from '../../work/bulletin/asked-bulletin';
import { compileBulletin } from '#shared/contract/bulletin/compile-bulletin';
import { refuse } from '#shared/refusal/errors';
import { onDecidedWrite } from '../../entry/handler';
import { compileDay, gatherBulletin } from '../../work/bulletin/bulletin-facts';

export const compileBulletinHandler = onDecidedWrite(compileBulletin, {
  gather: async (input, { caller, database }) =>
    gatherBulletin(database, await bulletinToChange(caller, database, input)),
  run: async (input, { caller, now, transaction }, gathered) => {
    const of = await bulletinToChange(caller, transaction, input);
    const bulletin = await compileDay(transaction, { ...of, now }, gathered);
    if (bulletin === null) throw refuse('FROZEN', { state: 'bulletin-collecting' });
    if (bulletin.state === 'issued') throw refuse('FROZEN', { state: 'bulletin-issued' });
    return { bulletin };
  },
});
