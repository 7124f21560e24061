import type { ContentCheck } from '#shared/record/record';
import { z } from '#shared/zod';
import type { PushHandler } from '../entry/serve-push';
import { findSubject, openCheckOfSubject, type CheckedSubject } from '../work/record/checked-subject';
import { findWaiting, keepOpenCheck } from '../store/record/content-checks';
import { keepVerdict } from '../work/record/ask-content-check';
import { endPictureAsk, findPictureAsk, withFileCheck, type PictureAsk } from '../store/record/picture-asks';
import { isOpenEdition } from '../store/edition/editions';

/** What WeChat found in a picture. Only fields that are needed; it may send more. */
const message = z.object({
  FromUserName: z.string(),
  trace_id: z.string().min(1).max(128),
  errcode: z.int().optional(),
  result: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }).optional(),
});

const checkOf = { pass: 'passed', review: 'for-review', risky: 'rejected' } as const satisfies Record<
  string,
  ContentCheck
>;

/** The record with the answer. What is decided already, and what is withdrawn, stays as it is. */
function withAnswer(subject: CheckedSubject, { fileId }: PictureAsk, check: ContentCheck): CheckedSubject {
  if (subject.kind === 'bulletin' || subject.kept.state === 'withdrawn') return subject;
  const { kept } = subject;
  const file = kept.files.find(({ id }) => id === fileId);
  if (file?.check !== 'waiting' && file?.check !== 'for-review') return subject;
  return { ...subject, kept: { ...kept, files: withFileCheck(kept.files, fileId, check) } };
}

/**
 * Records what WeChat found in a picture that it was asked about, once. An answer to what was not asked, or asked in somebody
 * else's name, changes nothing; one without a finding is as if it had not come, and the picture is asked about again.
 */
export const recordPictureCheck: PushHandler = async (event, { step }) => {
  const parsed = message.safeParse(event);
  if (!parsed.success) return;
  const { FromUserName: openid, trace_id: trace, errcode = 0, result } = parsed.data;
  if (result === undefined || errcode !== 0) return;
  await step(trace, async (transaction) => {
    const ask = await findPictureAsk(transaction, trace);
    if (ask?.openid !== openid) return;
    await endPictureAsk(transaction, ask);
    const before = await findSubject(transaction, { kind: ask.kind, id: ask.recordId });
    // What is closed stays as it is; opened again, it is asked about again.
    if (before === null || !(await isOpenEdition(transaction, before.kept.editionId))) return;
    const answered = withAnswer(before, ask, checkOf[result.suggest]);
    await keepVerdict(transaction, before, answered);
    const waiting = await findWaiting(transaction, ask.recordId);
    if (waiting !== null) await keepOpenCheck(transaction, waiting, openCheckOfSubject(answered));
  });
};
