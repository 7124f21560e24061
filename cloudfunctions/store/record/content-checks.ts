import { dueAfter } from '#shared/record/check-retry';
import { openCheckOf, type Checked, type OpenCheck } from '#shared/record/check-state';
import type { City, Jurisdiction } from '#shared/ground/region';
import type { Finder, Reader, Transaction } from '../../platform/database';
import { indexOn, type Collection } from '../collection';
import type { CheckedKind } from '#shared/record/record-kind';

/** A text or pictures that wait for the content check (待检查) or for a person (待人工核), and whose they are. */
export interface WaitingCheck extends OpenCheck {
  /** The record's or the bulletin's id. */
  id: string;
  kind: CheckedKind;
  /** Whose reviewer decides. */
  unitCity: Jurisdiction;
  /** WeChat checks a text together with who wrote it. */
  openid: string;
  /** Since when it waits; after a day a person decides. */
  since: number;
  /** When its author was last seen: WeChat says nothing of whoever was not here for two hours. */
  seenAt: number;
  attempts: number;
  dueAt: number;
  /** When its pictures were last asked about; null while they could not be. */
  picturesAskedAt: number | null;
}

export const contentChecks: Collection = {
  name: 'content-checks',
  indexes: [
    indexOn('isWaiting', 'dueAt'),
    indexOn('openid', 'isWaiting'),
    indexOn('isForReview', 'since'),
    indexOn('isForReview', 'unitCity', 'since'),
    indexOn('dueAt'),
  ],
  unaudited: 'trace',
  erasedBy: 'dueAt',
};

type Kept = Checked & { id: string; unitCity: Jurisdiction };

/** Marks what its author hands in as waiting for the check, or no longer. */
export async function noteWaiting(
  transaction: Transaction,
  {
    kind,
    before,
    kept,
    openid,
    now,
    arePicturesAsked = false,
  }: {
    kind: CheckedKind;
    before: Checked | null;
    kept: Kept;
    openid: string;
    now: number;
    arePicturesAsked?: boolean;
  },
): Promise<void> {
  const open = openCheckOf(kept);
  if (open.isWaiting || open.isForReview) {
    const earlier = before === null ? null : await findWaiting(transaction, kept.id);
    const times = { attempts: 0, since: now, seenAt: now };
    const waiting: WaitingCheck = {
      id: kept.id,
      kind,
      unitCity: kept.unitCity,
      openid,
      ...open,
      ...times,
      dueAt: dueAfter(times, now),
      picturesAskedAt: arePicturesAsked ? now : (earlier?.picturesAskedAt ?? null),
    };
    await transaction.replace(contentChecks.name, waiting);
  } else if (before !== null) {
    const { isWaiting, isForReview } = openCheckOf(before);
    if (isWaiting || isForReview) await transaction.remove(contentChecks.name, kept.id);
  }
}

/** What waits under an id; null when nothing does. */
export function findWaiting(reader: Finder, id: string): Promise<WaitingCheck | null> {
  return reader.find<WaitingCheck>(contentChecks.name, id);
}

/** Keeps what is still to come of a check; nothing, and its mark is taken away. */
export async function keepOpenCheck(
  transaction: Transaction,
  waiting: WaitingCheck,
  open: OpenCheck,
): Promise<void> {
  if (!open.isWaiting && !open.isForReview) return endWaiting(transaction, waiting.id);
  const changed: WaitingCheck = { ...waiting, ...open };
  await transaction.replace(contentChecks.name, changed);
}

/** A check put off, a longer while each time. */
export function putOff(waiting: WaitingCheck, now: number): WaitingCheck {
  const later = { ...waiting, attempts: waiting.attempts + 1 };
  return { ...later, dueAt: dueAfter(later, now) };
}

/** Takes away the mark of what waits no longer. */
export async function endWaiting(transaction: Transaction, id: string): Promise<void> {
  await transaction.remove(contentChecks.name, id);
}

/** What is due to be looked at again, the longest waiting first. */
export function dueChecks(reader: Reader, now: number, size: number): Promise<WaitingCheck[]> {
  return reader.list<WaitingCheck>(contentChecks.name, {
    where: { isWaiting: true, dueAt: { atMost: now } },
    orderBy: ['dueAt', 'asc'],
    limit: size,
  });
}

/** What of a person's waits for the check. */
export function waitingOf(reader: Reader, openid: string, size: number): Promise<WaitingCheck[]> {
  return reader.list<WaitingCheck>(contentChecks.name, { where: { openid, isWaiting: true }, limit: size });
}

/** What is before a reviewer: of a city, or of all when it is null; the longest waiting first. */
export function checksForReview(reader: Reader, city: City | null, size: number): Promise<WaitingCheck[]> {
  return reader.list<WaitingCheck>(contentChecks.name, {
    where: { isForReview: true, ...(city === null ? {} : { unitCity: city }) },
    orderBy: ['since', 'asc'],
    limit: size,
  });
}
