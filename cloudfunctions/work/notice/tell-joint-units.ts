import { unitsToTell, type UnitToTell } from '#shared/double/units-to-tell';
import type { RecordEnvelope } from '#shared/record/record';
import type { RecordKind } from '#shared/record/record-kind';
import type { Transaction } from '../../platform/database';
import { tell } from './tell';

const whatHappened: Readonly<Record<UnitToTell['why'], string>> = {
  'leading-returned': '的记录已退回，合并的一项由其余记录继续报送',
  'leading-withdrawn': '的记录已撤回，合并的一项由其余记录继续报送',
};

/** Tells the other units of a joint event that its leading record came back or was withdrawn (联合举办变动通知); nobody of any other step. */
export async function tellJointUnits(
  transaction: Transaction,
  kind: RecordKind,
  before: RecordEnvelope,
  kept: RecordEnvelope & { name: string },
): Promise<void> {
  const { id, revision, updatedAt: now, unitName, name } = kept;
  for (const { unitId, recordId, why } of unitsToTell(before, kept))
    await tell(transaction, {
      to: { unitId },
      kind: 'joint-event-changed',
      about: { kind, id: recordId, name },
      note: `${unitName}${whatHappened[why]}`,
      event: `${id} ${revision}`,
      now,
    });
}
