import { refuse, wrongField } from '../refusal/errors';
import type { RecordEnvelope } from './record';
import type { Step } from './record-life';

/**
 * A record that another unit takes over (移交记录): the next revision. FROZEN when it is withdrawn, or told under another record;
 * INVALID_INPUT when it is that unit's already.
 */
export function moveRecord<Kept extends RecordEnvelope>(
  record: Kept,
  to: Pick<RecordEnvelope, 'unitId' | 'unitName' | 'unitCity'>,
  reason: string,
  { by, now }: Step,
): Kept {
  if (record.state === 'withdrawn') throw refuse('FROZEN', { state: record.state });
  if (record.mergedInto !== null) throw refuse('FROZEN', { state: 'merged' });
  if (record.unitId === to.unitId) throw wrongField('toUnitId', 'already-decided');
  const { unitId, unitName, unitCity } = to;
  const revision = record.revision + 1;
  return { ...record, unitId, unitName, unitCity, revision, updatedAt: now, lastChange: { by, reason } };
}
