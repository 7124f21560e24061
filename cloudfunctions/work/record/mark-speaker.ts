import { speakerOf } from '#shared/double/joint-event';
import type { RecordEnvelope } from '#shared/record/record';
import type { RecordKind } from '#shared/record/record-kind';
import type { Transaction } from '../../platform/database';
import { markForPairing } from '../../store/record/double-marks';

/** Marks the record that speaks for several in place of the leading one, which was withdrawn: from now on it is what others are like. */
export async function markSpeaker(
  transaction: Transaction,
  { kind, joint }: { kind: RecordKind; joint: RecordEnvelope['joint'] },
  now: number,
): Promise<void> {
  const speaker = joint === null ? undefined : speakerOf(joint.members);
  if (speaker !== undefined && speaker.id !== joint?.leadingId)
    await markForPairing(transaction, { kind, id: speaker.id }, now);
}
