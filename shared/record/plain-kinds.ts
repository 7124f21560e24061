import type { z } from '../zod';
import type { PlainKind } from './plain-kind';
import { policyKind } from './policy';
import type { RecordEnvelope } from './record';
import { showcaseKind } from './showcase';

/** Every kind of record but the activity (除活动外的各种记录). */
export const plainKinds = {
  policy: policyKind,
  showcase: showcaseKind,
} as const satisfies Record<string, PlainKind>;

export type PlainKindName = keyof typeof plainKinds;

/** The names of the plain kinds. */
export const plainKindNames = Object.keys(plainKinds) as PlainKindName[];

/** What people fill in of each plain kind, and what is kept of it. */
export type PlainDraftOf = { [Kind in PlainKindName]: z.infer<(typeof plainKinds)[Kind]['draft']> };
export type PlainRecordOf = { [Kind in PlainKindName]: z.infer<(typeof plainKinds)[Kind]['kept']> };

/** Whether the public may see a plain record: accepted, and checked. */
export function mayBeSeenOnceAccepted({ state, check }: Pick<RecordEnvelope, 'state' | 'check'>): boolean {
  return state === 'accepted' && check === 'passed';
}

/** Whether the public's lists have it: of several that are one, only the one that stands for all. */
function isListedOnceAccepted(record: Pick<RecordEnvelope, 'id' | 'state' | 'check' | 'joint'>): boolean {
  return mayBeSeenOnceAccepted(record) && (record.joint === null || record.joint.standsId === record.id);
}

/** A field as it is ordered by: an instant with as many digits as any. */
function orderKeyOf(value: unknown): string {
  return typeof value === 'number' ? String(value).padStart(15, '0') : String(value);
}

/** A plain record with what follows from its fields and its state. */
export function settlePlain<Kind extends PlainKindName>(
  kind: Kind,
  fields: Omit<PlainRecordOf[Kind], 'listed' | 'marks' | 'sortKey'>,
): PlainRecordOf[Kind] {
  const { orderBy, marks } = plainKinds[kind];
  const record = fields as unknown as RecordEnvelope & Record<string, unknown>;
  return {
    ...record,
    marks: marks(fields as never),
    listed: isListedOnceAccepted(record),
    sortKey: `${orderKeyOf(record[orderBy])}#${record.id}`,
  } as unknown as PlainRecordOf[Kind];
}
