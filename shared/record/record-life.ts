import { refuse, wrongField } from '../refusal/errors';
import type { Activity } from './activity';
import type { Author, ContentCheck, RecordEnvelope, RecordState } from './record';

/** Who takes a step in a record's life, null for the timer, and when. */
export interface Step {
  by: Author | null;
  now: number;
}

/** From which states each step may be taken (记录的一生). */
const from = {
  change: ['announced', 'reported', 'returned', 'accepted'],
  accept: ['reported'],
  return: ['announced', 'reported', 'accepted'],
  withdraw: ['announced', 'reported', 'returned'],
  cancel: ['announced', 'reported', 'accepted'],
  look: ['accepted'],
  join: ['announced', 'reported', 'accepted'],
} as const satisfies Record<string, readonly RecordState[]>;
export type LifeStep = keyof typeof from;

/** Whether a step may be taken from a state. */
export function mayTake(step: LifeStep, state: RecordState): boolean {
  return (from[step] as readonly RecordState[]).includes(state);
}

function requireState({ state }: Pick<RecordEnvelope, 'state'>, step: LifeStep): void {
  if (!mayTake(step, state)) throw refuse('FROZEN', { state });
}

const nothingChanged = { changedFields: [], changedAfterAcceptance: { count: 0, unseen: 0 } };

/** A record after a step: the next revision, with who took it and why. */
function step<Kept extends RecordEnvelope>(
  record: Kept,
  changed: Partial<RecordEnvelope>,
  { by, now }: Step,
  reason = '',
): Kept {
  return {
    ...record,
    ...changed,
    revision: record.revision + 1,
    updatedAt: now,
    lastChange: { by, reason },
  };
}

/** Accepts a reported record (通过), which releases it too. FROZEN in any other state. */
export function acceptRecord<Kept extends RecordEnvelope>(record: Kept, taken: Step): Kept {
  requireState(record, 'accept');
  const release = record.release ?? { at: taken.now, by: taken.by };
  return step(record, { state: 'accepted', returned: null, release, ...nothingChanged }, taken);
}

/**
 * Gives a record back to its unit (退回), with the reason and the fields that are wrong. The public no longer sees it, nor again
 * before it is released anew; its first receipt keeps its time. FROZEN when it is back already, or withdrawn.
 */
export function returnRecord<Kept extends RecordEnvelope>(
  record: Kept,
  { reason, fields }: { reason: string; fields: readonly string[] },
  taken: Step,
): Kept {
  requireState(record, 'return');
  const returned = { at: taken.now, reason, fields: [...fields] };
  const unreleased = { release: null, pinnedAt: null };
  return step(record, { state: 'returned', returned, ...unreleased, ...nothingChanged }, taken, reason);
}

/** Withdraws a record (撤回). FROZEN once it is accepted, and when it is withdrawn already. */
export function withdrawRecord<Kept extends RecordEnvelope>(record: Kept, reason: string, taken: Step): Kept {
  requireState(record, 'withdraw');
  return step(record, { state: 'withdrawn', returned: null }, taken, reason);
}

/** Calls off what a record tells of (取消). FROZEN unless the public could read of it. */
export function cancelRecord<Kept extends RecordEnvelope>(record: Kept, reason: string, taken: Step): Kept {
  requireState(record, 'cancel');
  return step(record, { state: 'cancelled', returned: null, ...nothingChanged }, taken, reason);
}

/**
 * A record that is merged into another (合并), or parted from it again; `into` is null for the one that leads and for one that is parted.
 * What its unit stated stays as it is.
 */
export function mergeRecord<Kept extends RecordEnvelope>(
  record: Kept,
  into: string | null,
  reason: string,
  taken: Step,
): Kept {
  return step(record, { mergedInto: into }, taken, reason);
}

/** Marks what was changed after acceptance as looked at (已核对); the record itself stays as it is. */
export function lookAtChanges<Kept extends RecordEnvelope>(record: Kept, { by }: Step): Kept {
  requireState(record, 'look');
  return {
    ...record,
    changedFields: record.changedFields.map(({ field }) => ({ field, seen: true })),
    changedAfterAcceptance: { ...record.changedAfterAcceptance, unseen: 0 },
    lastChange: { by, reason: '' },
  };
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, each]) => [key, canonical(each)]),
  );
}

/** Which of some fields differ between two versions of a record. */
export function differingFields(before: object, after: object, fields: readonly string[]): string[] {
  const text = (record: object, field: string) =>
    JSON.stringify(canonical((record as Record<string, unknown>)[field])) as string | undefined;
  return fields.filter((field) => text(before, field) !== text(after, field));
}

/** Adds fields to those changed after acceptance, unlooked at. Each counts once, however often it is changed. */
function withChangedFields(
  kept: RecordEnvelope['changedFields'],
  fields: readonly string[],
): Pick<RecordEnvelope, 'changedFields' | 'changedAfterAcceptance'> {
  const others = kept.filter(({ field }) => !fields.includes(field));
  const changedFields = [...others, ...fields.map((field) => ({ field, seen: false }))];
  const unseen = changedFields.filter(({ seen }) => !seen).length;
  return { changedFields, changedAfterAcceptance: { count: changedFields.length, unseen } };
}

/** What a unit hands in of a record. */
interface RecordChange {
  /** The fields that count as changed when they differ. */
  fields: readonly string[];
  /** Asked for once the record is accepted; INVALID_INPUT at `reason` without. */
  reason: string;
  /** What the record becomes by its unit's word, unless it is accepted already. */
  becomes: 'announced' | 'reported';
}

function requireReason(reason: string): void {
  if (reason !== '') return;
  throw wrongField('reason', 'required');
}

/**
 * A record that its unit changes (修改): reported again after a return, with its first receipt; still accepted when it was,
 * with the changed fields counted. FROZEN once it is withdrawn.
 */
export function changeRecord<Kept extends RecordEnvelope>(
  before: Kept,
  typed: Partial<Kept>,
  { fields, reason, becomes }: RecordChange,
  taken: Step,
): Kept {
  requireState(before, 'change');
  const after = { ...before, ...typed };
  if (before.state === 'accepted') {
    requireReason(reason);
    const changed = differingFields(before, after, fields);
    return step(after, withChangedFields(before.changedFields, changed), taken, reason);
  }
  const reportedAt = before.reportedAt ?? (becomes === 'reported' ? taken.now : null);
  return step(after, { state: becomes, returned: null, reportedAt }, taken, reason);
}

/** A record whose unit adds or takes off files: still what it was; once it is accepted a reason is asked for. */
export function changeFiles<Kept extends RecordEnvelope>(
  before: Kept,
  files: RecordEnvelope['files'],
  reason: string,
  taken: Step,
): Kept {
  requireState(before, 'change');
  if (before.state !== 'accepted') return step(before, { files }, taken, reason);
  requireReason(reason);
  return step(before, { files, ...withChangedFields(before.changedFields, ['files']) }, taken, reason);
}

/**
 * A record that a unit joins as a co-host, or is a co-host of no more: still what it was. That is no change of its own unit's
 * after acceptance, and nothing a reviewer has to look at.
 */
export function changeCoHosts<Kept extends RecordEnvelope & Pick<Activity, 'coHosts' | 'jointUnits'>>(
  before: Kept,
  changed: Pick<Activity, 'coHosts' | 'jointUnits'>,
  { by, now }: Step,
  reason: string,
): Kept {
  return step({ ...before, ...changed }, {}, { by, now }, reason);
}

/** The envelope of a record that is new, of the unit that hands it in, or that a reviewer enters it for. */
export function newEnvelope(
  belonging: Pick<RecordEnvelope, 'id' | 'editionId' | 'unitId' | 'unitName' | 'unitCity' | 'enteredBy'>,
  { becomes, check }: { becomes: 'announced' | 'reported'; check: ContentCheck },
  { by, now }: Step & { by: Author },
): RecordEnvelope & { joint: null } {
  return {
    ...belonging,
    state: becomes,
    revision: 1,
    createdAt: now,
    updatedAt: now,
    reportedAt: becomes === 'reported' ? now : null,
    returned: null,
    ...nothingChanged,
    lastChange: { by, reason: '' },
    check,
    mergedInto: null,
    joint: null,
    files: [],
    release: null,
    takenDown: null,
    pinnedAt: null,
  };
}
