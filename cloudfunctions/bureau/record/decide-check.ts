import { missingOf } from '#shared/record/record-kind';
import { bulletinView } from '#shared/bulletin/bulletin';
import { decideCheck } from '#shared/contract/record/decide-check';
import { refuse } from '#shared/refusal/errors';
import { withTextVerdict } from '#shared/record/content-verdict';
import { provincial } from '#shared/ground/region';
import type { Caller } from '../../entry/caller';
import { onWrite } from '../../entry/handler';
import { stepBy } from '../../work/record/step-by';
import { keepVerdict } from '../../work/record/ask-content-check';
import { findSubject, openCheckOfSubject, type CheckedSubject } from '../../work/record/checked-subject';
import { findWaiting, keepOpenCheck } from '../../store/record/content-checks';
import { requireOpenEdition } from '../../store/edition/editions';
import { withFileCheck } from '../../store/record/picture-asks';

type Decision = 'passed' | 'rejected';

/** A bulletin is the bureau's own. */
function belongingOf(subject: CheckedSubject) {
  return subject.kind === 'bulletin' ? { unitId: '', unitCity: provincial } : subject.kept;
}

/** Whether the text, or a picture, is before a person. */
function isForReview({ kind, kept }: CheckedSubject, fileId: string | null): boolean {
  if (fileId === null) return kept.check === 'for-review';
  return kind !== 'bulletin' && kept.files.some(({ id, check }) => id === fileId && check === 'for-review');
}

function decided(
  subject: CheckedSubject,
  {
    fileId,
    decision,
    caller,
    now,
  }: { fileId: string | null; decision: Decision; caller: Caller; now: number },
): CheckedSubject {
  if (subject.kind === 'bulletin') return { ...subject, kept: { ...subject.kept, check: decision } };
  const { kept } = subject;
  const taken = stepBy(caller.actingOn(kept), now);
  if (fileId !== null)
    return { ...subject, kept: { ...kept, files: withFileCheck(kept.files, fileId, decision) } };
  return { ...subject, kept: withTextVerdict(kept, { check: decision, field: '' }, taken) };
}

export const decideCheckHandler = onWrite(decideCheck, async (input, { caller, now, transaction }) => {
  const { kind, id, revision, fileId, decision } = input;
  const subject = await findSubject(transaction, { kind, id });
  if (subject === null) throw refuse('NOT_FOUND', { what: missingOf(kind) });
  caller.require(belongingOf(subject));
  await requireOpenEdition(transaction, subject.kept.editionId);
  if (subject.kept.revision !== revision || !isForReview(subject, fileId)) {
    const current = subject.kind === 'bulletin' ? bulletinView.parse(subject.kept) : subject.kept;
    throw refuse('CONFLICT', { current });
  }
  const checked = decided(subject, { fileId, decision, caller, now });
  await keepVerdict(transaction, subject, checked);
  const waiting = await findWaiting(transaction, id);
  if (waiting !== null) await keepOpenCheck(transaction, waiting, openCheckOfSubject(checked));
  return { id, revision: checked.kept.revision };
});
