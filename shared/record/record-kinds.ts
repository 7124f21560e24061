import type { Edition } from '../week/edition';
import { activityDraft, type Activity } from './activity';
import { settleActivity } from './activity-life';
import {
  plainKindNames,
  plainKinds,
  settlePlain,
  type PlainKindName,
  type PlainRecordOf,
} from './plain-kinds';
import type { RecordKind } from './record-kind';

/** The record that each kind is. */
export type RecordOf = PlainRecordOf & { activity: Activity };
export type AnyRecord = RecordOf[RecordKind];

function typedIn(draft: { shape: object }): readonly string[] {
  return [...Object.keys(draft.shape), 'files'];
}

/** What people fill in of each kind: the fields a return may point at, and that count as changed. */
export const typedFields: Readonly<Record<RecordKind, readonly string[]>> = {
  activity: typedIn(activityDraft),
  ...(Object.fromEntries(plainKindNames.map((kind) => [kind, typedIn(plainKinds[kind].draft)])) as Record<
    PlainKindName,
    readonly string[]
  >),
};

/** A record with everything that follows from its fields and its state, whatever it is about. */
export function settleRecord<Kind extends RecordKind>(
  kind: Kind,
  record: RecordOf[Kind],
  edition: Edition,
): RecordOf[Kind] {
  const settled: AnyRecord =
    kind === 'activity'
      ? settleActivity(record as Activity, edition, record.state)
      : settlePlain<PlainKindName>(kind, record);
  return settled as RecordOf[Kind];
}
