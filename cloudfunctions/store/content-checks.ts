import { refuse } from '#shared/contract/errors';
import { publicTextsOf, type PublicText } from '#shared/record/public-texts';
import type { AnyRecord } from '#shared/record/record-kinds';
import type { ContentCheck, RecordEnvelope, RecordKind } from '#shared/record/record';
import { checkText } from '../platform/content-check';
import type { Reader, Transaction } from '../platform/database';
import { indexOn, type Collection } from './collection';

/** A record whose text or pictures wait for the content check (待检查), and whose words they are. */
export interface WaitingCheck {
  /** The record's id. */
  id: string;
  kind: RecordKind;
  /** WeChat checks a text together with who wrote it. */
  openid: string;
  attempts: number;
  dueAt: number;
}

export const contentChecks: Collection = {
  name: 'content-checks',
  indexes: [indexOn('dueAt')],
  unaudited: 'trace',
};

const firstRetryMs = 60_000;
const longestRetryMs = 3_600_000;

function dueAfter(attempts: number, now: number): number {
  return now + Math.min(longestRetryMs, firstRetryMs * 2 ** attempts);
}

/** Whether something of a record still waits for the check. */
export function waitsForCheck({
  check,
  files,
  state,
}: Pick<RecordEnvelope, 'check' | 'files' | 'state'>): boolean {
  return state !== 'withdrawn' && (check === 'waiting' || files.some((file) => file.check === 'waiting'));
}

/** What the check says of texts, and the field of the first that it rejects by itself; empty when only together. */
export async function checkTexts(
  openid: string,
  texts: readonly PublicText[],
): Promise<{ check: ContentCheck; field: string }> {
  const check = await checkText(
    openid,
    texts.map(({ text }) => text),
  );
  if (check !== 'rejected') return { check, field: '' };
  for (const { field, text } of texts) {
    if ((await checkText(openid, [text])) === 'rejected') return { check, field };
  }
  return { check, field: '' };
}

/** Asks the check about what a person hands in. CONTENT_REJECTED, at the field, when the public may not see it. */
export async function checkDraft(openid: string, kind: RecordKind, draft: object): Promise<ContentCheck> {
  const { check, field } = await checkTexts(openid, publicTextsOf(kind, draft));
  if (check === 'rejected')
    throw refuse('CONTENT_REJECTED', { field: field === '' ? kind : `${kind}.${field}` });
  return check;
}

/** Marks a record that was kept as waiting for the check, or no longer. */
export async function noteWaiting(
  transaction: Transaction,
  {
    kind,
    before,
    kept,
    openid,
    now,
  }: {
    kind: RecordKind;
    before: AnyRecord | null;
    kept: AnyRecord;
    openid: string;
    now: number;
  },
): Promise<void> {
  if (waitsForCheck(kept)) {
    const waiting: WaitingCheck = { id: kept.id, kind, openid, attempts: 0, dueAt: dueAfter(0, now) };
    await transaction.replace(contentChecks.name, waiting);
  } else if (before !== null && waitsForCheck(before)) {
    await transaction.remove(contentChecks.name, kept.id);
  }
}

/** The records whose check is due again, the longest waiting first. */
export function dueChecks(reader: Reader, now: number, size: number): Promise<WaitingCheck[]> {
  return reader.list<WaitingCheck>(contentChecks.name, {
    where: { dueAt: { atMost: now } },
    orderBy: ['dueAt', 'asc'],
    limit: size,
  });
}

/** Puts a check off, a longer while each time, as long as somebody else has not done it meanwhile. */
export async function putOff(transaction: Transaction, { id }: WaitingCheck, now: number): Promise<void> {
  const kept = await transaction.find<WaitingCheck>(contentChecks.name, id);
  if (kept === null) return;
  const attempts = kept.attempts + 1;
  const later: WaitingCheck = { ...kept, attempts, dueAt: dueAfter(attempts, now) };
  await transaction.replace(contentChecks.name, later);
}

/** Takes away the mark of a record that waits no longer. */
export async function endWaiting(transaction: Transaction, id: string): Promise<void> {
  await transaction.remove(contentChecks.name, id);
}
