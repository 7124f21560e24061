import { takeDown } from '#shared/contract/record/take-down';
import { takeDownRecord } from '#shared/record/release';
import { onDecidedWrite } from '../../entry/handler';
import { findEdition } from '../../store/edition/editions';
import { findRecord, keepRecord } from '../../store/record/records';
import { tell } from '../../work/notice/tell';
import { discardEarlierParts, publishSnapshotOf } from '../../work/public/publish-snapshot';
import { stepBy } from '../../work/record/step-by';

const mostTimes = 3;

export const takeDownHandler = onDecidedWrite(takeDown, {
  run: async ({ kind, id, reason }, { caller, now, transaction, newId }) => {
    const before = await findRecord(transaction, kind, id);
    const taken = stepBy(caller.actingOn(before), now);
    const { unitId, name } = await keepRecord(transaction, kind, takeDownRecord(before, reason, taken));
    const about = { kind, id, name };
    await tell(transaction, { to: { unitId }, kind: 'taken-down', about, note: reason, event: newId, now });
    return { kind, id };
  },
  // Whoever has an address of what was published before finds nothing there.
  afterwards: async ({ kind, id }, context) => {
    const { editionId } = await findRecord(context.database, kind, id);
    const edition = await findEdition(context.database, editionId);
    // Another's publication of this moment may have read what was there before: then there is something left to publish.
    for (let time = 0; time < mostTimes; time += 1) await publishSnapshotOf({ ...context, edition });
    await discardEarlierParts({ ...context, edition });
  },
});
