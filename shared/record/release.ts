import { refuse } from '../refusal/errors';
import type { Author, RecordEnvelope, RecordState } from './record';
import type { Step } from './record-life';

/** What decides whether a record is released to the public. */
type Released = Pick<RecordEnvelope, 'release' | 'takenDown'>;

/** Whether a person, or what the unit is, has released a record (先审后发), and nobody has taken it down since. */
export function isReleased({ release, takenDown }: Released): boolean {
  return release !== null && takenDown === null;
}

/** With its unit, or gone: nothing that could be released. */
const neverPublic: readonly RecordState[] = ['returned', 'withdrawn'];

/** Whether a record waits for somebody to release it (待发布); not where another of the same event stands before the public. */
export function awaitsRelease({
  state,
  release,
  joint,
}: Pick<RecordEnvelope, 'state' | 'release' | 'joint'>): boolean {
  const isToldAlready = joint !== null && joint.standsId !== null;
  return release === null && !isToldAlready && !neverPublic.includes(state);
}

/** A step that tells who took it, and moves no revision: the unit's own work on the record goes on. */
function noted<Kept extends RecordEnvelope>(
  record: Kept,
  changed: Partial<RecordEnvelope>,
  by: Author | null,
  reason = '',
): Kept {
  return { ...record, ...changed, lastChange: { by, reason } };
}

/** Releases a record to the public (发布); one that is released stays as it is. FROZEN when it is returned or withdrawn. */
export function releaseRecord<Kept extends RecordEnvelope>(record: Kept, { by, now }: Step): Kept {
  const { state, release } = record;
  if (neverPublic.includes(state)) throw refuse('FROZEN', { state });
  return release === null ? noted(record, { release: { at: now, by } }, by) : record;
}

/** Who takes something down or pins it: always a person. */
type PersonsStep = Step & { by: Author };

/** Takes a record from the public at once (紧急下线), whatever its state. FROZEN when it is down already. */
export function takeDownRecord<Kept extends RecordEnvelope>(
  record: Kept,
  reason: string,
  { by, now }: PersonsStep,
): Kept {
  if (record.takenDown !== null) throw refuse('FROZEN', { state: 'taken-down' });
  return noted(record, { takenDown: { at: now, by, reason }, pinnedAt: null }, by, reason);
}

/** Puts a record back before the public that was taken down (恢复公开). FROZEN when it was not. */
export function putBackRecord<Kept extends RecordEnvelope>(
  record: Kept,
  reason: string,
  { by }: PersonsStep,
): Kept {
  if (record.takenDown === null) throw refuse('FROZEN', { state: 'not-taken-down' });
  return noted(record, { takenDown: null }, by, reason);
}

/** Puts a record first in the public's lists (置顶), or back in its place. FROZEN to pin one that the public does not see. */
export function pinRecord<Kept extends RecordEnvelope & { listed: boolean }>(
  record: Kept,
  isPinned: boolean,
  { by, now }: PersonsStep,
): Kept {
  if (isPinned && !record.listed) throw refuse('FROZEN', { state: 'not-public' });
  if (isPinned === (record.pinnedAt !== null)) return record;
  return noted(record, { pinnedAt: isPinned ? now : null }, by);
}

/**
 * What the public's lists are ordered by: what is pinned first, then as the kind is ordered.
 *
 * @param latestFirst - whether the lists of the kind descend.
 */
export function shownKeyOf(
  { pinnedAt, sortKey }: { pinnedAt: number | null; sortKey: string },
  { latestFirst }: { latestFirst: boolean },
): string {
  return `${(pinnedAt !== null) === latestFirst ? '1' : '0'}${sortKey}`;
}
