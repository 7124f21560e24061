import type { Edition } from '../week/edition';
import { activityDraft, type Activity } from './activity';
import { settleActivity } from './activity-life';
import { policyDraft, type Policy } from './policy';
import type { RecordEnvelope, RecordKind } from './record';
import { showcaseDraft, type Showcase } from './showcase';

/** The record that each kind is. */
export interface RecordOf {
  activity: Activity;
  policy: Policy;
  showcase: Showcase;
}
export type AnyRecord = RecordOf[RecordKind];

/** What people fill in of each kind: the fields a return may point at, and that count as changed. */
export const typedFields: Record<RecordKind, readonly string[]> = {
  activity: [...Object.keys(activityDraft.shape), 'files'],
  policy: [...Object.keys(policyDraft.shape), 'files'],
  showcase: [...Object.keys(showcaseDraft.shape), 'files'],
};

/** Whether the public sees a policy or a showcase: accepted, checked, and told under no other record. */
function isListedOnceAccepted({
  state,
  check,
  mergedInto,
}: Pick<RecordEnvelope, 'state' | 'check' | 'mergedInto'>): boolean {
  return state === 'accepted' && check === 'passed' && mergedInto === null;
}

/** A policy with what follows from its fields and its state. */
export function settlePolicy(fields: Omit<Policy, 'listed' | 'sortKey'>): Policy {
  return { ...fields, listed: isListedOnceAccepted(fields), sortKey: `${fields.issuedOn}#${fields.id}` };
}

/** A showcase with what follows from its fields and its state. */
export function settleShowcase(fields: Omit<Showcase, 'listed' | 'sortKey'>): Showcase {
  const since = String(fields.createdAt).padStart(15, '0');
  return { ...fields, listed: isListedOnceAccepted(fields), sortKey: `${since}#${fields.id}` };
}

const settle: { [Kind in RecordKind]: (record: RecordOf[Kind], edition: Edition) => RecordOf[Kind] } = {
  activity: (record, edition) => settleActivity(record, edition, record.state),
  policy: settlePolicy,
  showcase: settleShowcase,
};

/** A record with everything that follows from its fields and its state, whatever it is about. */
export function settleRecord<Kind extends RecordKind>(
  kind: Kind,
  record: RecordOf[Kind],
  edition: Edition,
): RecordOf[Kind] {
  return settle[kind](record, edition);
}
