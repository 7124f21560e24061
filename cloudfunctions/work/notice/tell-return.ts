import type { RecordEnvelope } from '#shared/record/record';
import type { RecordKind } from '#shared/record/record-kind';
import type { Transaction } from '../../platform/database';
import { tell } from './tell';

/** Tells a unit that its record came back (退回通知), once for each return. */
export async function tellReturn(
  transaction: Transaction,
  kind: RecordKind,
  record: Pick<RecordEnvelope, 'id' | 'revision' | 'unitId'> & { name: string },
  { reason, at }: { reason: string; at: number },
): Promise<void> {
  const { id, revision, unitId, name } = record;
  await tell(transaction, {
    to: { unitId },
    kind: 'returned',
    about: { kind, id, name },
    note: reason,
    event: `${id} ${revision}`,
    now: at,
  });
}
