import { forReview } from '#shared/record/check-state';
import { recordForReview, withTextVerdict } from '#shared/record/content-verdict';
import type { ContentCheck } from '#shared/record/record';
import type { Database, Transaction, Work } from '../../platform/database';
import {
  findSubject,
  keepSubject,
  openCheckOfSubject,
  textsOfSubject,
  type CheckedSubject,
} from './checked-subject';
import {
  endWaiting,
  findWaiting,
  keepOpenCheck,
  putOff,
  type WaitingCheck,
} from '../../store/record/content-checks';
import {
  answersWithinMs,
  askAboutFile,
  keepPictureAsks,
  type PictureAsk,
} from '../../store/record/picture-asks';
import { tellReturn } from '../notice/tell-return';
import { checkTexts } from './check-draft';
import { isOverdue, mayAsk } from '#shared/record/check-retry';

interface AskingContext {
  database: Database;
  now: number;
  step: <Facts, Done>(name: string, work: Work<Facts, Done>) => Promise<Done>;
}

/** What WeChat was asked and said at once: of the text its answer, null when it was not asked; of pictures the traces. */
interface Asked {
  text: { check: ContentCheck; field: string } | null;
  pictures: PictureAsk[];
}

async function askAboutPictures(
  { openid, picturesAskedAt }: WaitingCheck,
  subject: CheckedSubject,
  now: number,
): Promise<PictureAsk[]> {
  if (subject.kind === 'bulletin') return [];
  if (picturesAskedAt !== null && now - picturesAskedAt < answersWithinMs) return [];
  const { kind, kept } = subject;
  const asks: PictureAsk[] = [];
  for (const file of kept.files.filter(({ check }) => check === 'waiting')) {
    const ask = await askAboutFile(openid, { kind, recordId: kept.id, file, now });
    if (ask !== null) asks.push(ask);
  }
  return asks;
}

async function ask(waiting: WaitingCheck, subject: CheckedSubject, now: number): Promise<Asked> {
  if (!mayAsk(waiting, now)) return { text: null, pictures: [] };
  const isTextWaiting = subject.kept.check === 'waiting';
  return {
    text: isTextWaiting ? await checkTexts(waiting.openid, textsOfSubject(subject)) : null,
    pictures: await askAboutPictures(waiting, subject, now),
  };
}

function withAnswer(subject: CheckedSubject, { text }: Asked, now: number): CheckedSubject {
  if (text === null || subject.kept.check !== 'waiting') return subject;
  if (subject.kind === 'bulletin') return { ...subject, kept: { ...subject.kept, check: text.check } };
  return { ...subject, kept: withTextVerdict(subject.kept, text, { by: null, now }) };
}

/** After a day without an answer a person decides. */
function beforeAPerson(subject: CheckedSubject): CheckedSubject {
  return subject.kind === 'bulletin'
    ? { ...subject, kept: forReview(subject.kept) }
    : { ...subject, kept: recordForReview(subject.kept) };
}

/** Keeps what became of a subject by a check, and tells its unit when it comes back. */
export async function keepVerdict(
  transaction: Transaction,
  before: CheckedSubject,
  checked: CheckedSubject,
): Promise<void> {
  if (JSON.stringify(checked) === JSON.stringify(before)) return;
  await keepSubject(transaction, checked);
  if (checked.kind === 'bulletin') return;
  const { kind, kept } = checked;
  if (kept.returned !== null && kept.revision > before.kept.revision)
    await tellReturn(transaction, kind, kept, kept.returned);
}

/**
 * Asks the content check again about what waits, while it answers about its author at all; after a day lays it before a person. What
 * was changed meanwhile is left to whoever changed it.
 */
export async function askAgain(waiting: WaitingCheck, { database, now, step }: AskingContext): Promise<void> {
  const { id } = waiting;
  const subject = await findSubject(database, waiting);
  const asked = subject === null ? null : await ask(waiting, subject, now);
  await step(`${id} ${now}`, async (transaction) => {
    const mark = await findWaiting(transaction, id);
    if (mark === null) return;
    const before = await findSubject(transaction, waiting);
    if (before === null || !openCheckOfSubject(before).isWaiting) {
      if (before === null) await endWaiting(transaction, id);
      else await keepOpenCheck(transaction, mark, openCheckOfSubject(before));
      return;
    }
    // Changed while the check was asked: what it said is about other words.
    if (asked === null || before.kept.revision !== subject?.kept.revision) return;
    const answered = withAnswer(before, asked, now);
    const checked = isOverdue(mark, now) ? beforeAPerson(answered) : answered;
    await keepVerdict(transaction, before, checked);
    await keepPictureAsks(transaction, asked.pictures);
    const seen = { ...mark, seenAt: Math.max(mark.seenAt, waiting.seenAt) };
    const picturesAskedAt = asked.pictures.length > 0 ? now : mark.picturesAskedAt;
    const later = { ...putOff(seen, now), picturesAskedAt };
    await keepOpenCheck(transaction, later, openCheckOfSubject(checked));
  });
}
