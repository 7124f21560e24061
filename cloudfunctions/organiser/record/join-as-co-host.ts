import { refuse, wrongField } from '#shared/refusal/errors';
import { joinAsCoHost } from '#shared/contract/record/join-as-co-host';
import { mostCoHosts } from '#shared/record/activity';
import { coreOfHost } from '#shared/double/doubles';
import { joinRecord } from '#shared/record/record-life';
import { onDecidedWrite } from '../../entry/handler';
import { stepBy } from '../../work/record/step-by';
import { markForPairing } from '../../store/record/double-marks';
import { requireOpenEdition } from '../../store/edition/editions';
import { pairDoublesOf } from '../../work/record/pair-doubles';
import { findRecord, keepRecord } from '../../store/record/records';

export const joinAsCoHostHandler = onDecidedWrite(joinAsCoHost, {
  run: async ({ id }, { caller, now, transaction }) => {
    const before = await findRecord(transaction, 'activity', id);
    await requireOpenEdition(transaction, before.editionId);
    if (before.mergedInto !== null) throw refuse('FROZEN', { state: 'merged' });
    const step = stepBy(caller.acting(), now);
    const own = coreOfHost(step.by.unitName);
    const isThere = [...before.hosts, ...before.coHosts].some((host) => coreOfHost(host) === own);
    if (isThere) return before;
    if (before.coHosts.length >= mostCoHosts) {
      throw wrongField('coHosts', 'too-many', mostCoHosts);
    }
    const coHosts = [...before.coHosts, step.by.unitName];
    await markForPairing(transaction, { kind: 'activity', id }, now);
    return keepRecord(transaction, 'activity', joinRecord(before, coHosts, step));
  },
  afterwards: ({ id }, context) => pairDoublesOf(context, { kind: 'activity', id }),
});
