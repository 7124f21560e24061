import { refuse } from '#shared/refusal/errors';
import type { Mail } from '#shared/mail/mail';
import type { Database, Reader, Transaction } from '../../platform/database';
import { indexOn, type Collection } from '../collection';
import { guardOf, holdGuard, readGuard, type Guard } from '../guards';

/** Everything that was sent by mail, or was to be (发文记录). */
export const mails: Collection = { name: 'mails', indexes: [indexOn('about.kind', 'about.id', 'attempt')] };

const mostMails = 100;

/** Longer than a function can run: a mail that is queued for longer is on no machine any more. */
const longestSendMs = 120_000;

/** The mails about something, the latest first. */
export function mailsAbout(reader: Reader, about: Mail['about']): Promise<Mail[]> {
  return reader.list<Mail>(mails.name, {
    where: { 'about.kind': about.kind, 'about.id': about.id },
    orderBy: ['attempt', 'desc'],
    limit: mostMails,
  });
}

/** The mails about something as they are decided from: with the guard that every queueing moves. */
export interface GatheredMails {
  guard: Guard;
  before: readonly Mail[];
}

/** Gathers the mails about something before a transaction that queues one more. */
export async function gatherMails(database: Database, about: Mail['about']): Promise<GatheredMails> {
  const guard = await readGuard(database, guardOf.mails(about.kind, about.id));
  return { guard, before: await mailsAbout(database, about) };
}

/** What is to be sent; the rest of a mail follows. */
export type MailToSend = Omit<Mail, 'id' | 'attempt' | 'state' | 'sentAt' | 'response' | 'error'>;

const interrupted = '发送时中断，不知道对方是否收到。请先核对，再决定是否重发。';

/**
 * Queues a mail unless its own request queued it before, and tells which of the two it was. Two persons who send the same at
 * once queue one: FROZEN with `mail-queued` while one is on its way, with `mail-sent` when one went out and no other is wanted.
 * A mail that stayed queued for longer than any function runs is kept as failed: nobody knows whether it arrived.
 */
export async function queueMail(
  transaction: Transaction,
  mail: MailToSend,
  { again, gathered }: { again: boolean; gathered: GatheredMails },
): Promise<{ mail: Mail; isNew: boolean }> {
  const { guard, before } = gathered;
  await holdGuard(transaction, guard);
  const [latest] = before;
  const own = before.find(({ requestKey }) => requestKey === mail.requestKey);
  if (own !== undefined && own.state !== 'queued') return { mail: own, isNew: false };
  if (latest?.state === 'queued') {
    if (mail.at < latest.at + longestSendMs) throw refuse('FROZEN', { state: 'mail-queued' });
    const lost: Mail = { ...latest, state: 'failed', error: interrupted };
    await transaction.replace(mails.name, lost);
    if (own !== undefined) return { mail: lost, isNew: false };
  }
  if (!again && before.some(({ state }) => state === 'sent')) throw refuse('FROZEN', { state: 'mail-sent' });

  const attempt = (latest?.attempt ?? 0) + 1;
  const queued: Mail = {
    ...mail,
    id: `${mail.about.kind}-${mail.about.id}-${attempt}`,
    attempt,
    state: 'queued',
    sentAt: null,
    response: null,
    error: null,
  };
  await transaction.insert(mails.name, queued);
  return { mail: queued, isNew: true };
}

/** Keeps what became of a queued mail. */
export async function keepMail(transaction: Transaction, mail: Mail): Promise<void> {
  await transaction.replace(mails.name, mail);
}
