import { listWaitingChecks, type CheckForReview } from '#shared/contract/record/list-waiting-checks';
import type { RecordFile } from '#shared/record/record';
import { onRead } from '../../entry/handler';
import { cityOf, reviewScopeOf } from '../../work/people/review-scope';
import type { Reader } from '../../platform/database';
import { temporaryAddressesOf } from '../../platform/files';
import { findSubject, textsOfSubject, type CheckedSubject } from '../../work/record/checked-subject';
import { checksForReview, type WaitingCheck } from '../../store/record/content-checks';

/** Texts at their longest, so many of them, stay within a reply. */
const mostAtOnce = 10;

async function shownFiles(files: readonly RecordFile[]): Promise<CheckForReview['files']> {
  const open = files.filter(({ check }) => check === 'for-review');
  const addresses = await temporaryAddressesOf(open.map(({ fileID }) => fileID));
  return open.map(({ id, name, purpose }, index) => ({ id, name, purpose, address: addresses[index] ?? '' }));
}

function namesOf({ kind, kept }: CheckedSubject): Pick<CheckForReview, 'name' | 'unitName'> {
  return kind === 'bulletin'
    ? { name: kept.day, unitName: kept.issuer ?? '' }
    : { name: kept.name, unitName: kept.unitName };
}

async function show(reader: Reader, waiting: WaitingCheck): Promise<CheckForReview[]> {
  const subject = await findSubject(reader, waiting);
  if (subject === null) return [];
  const { id, revision, check } = subject.kept;
  return [
    {
      kind: waiting.kind,
      id,
      revision,
      ...namesOf(subject),
      since: waiting.since,
      texts: check === 'for-review' ? textsOfSubject(subject) : [],
      files: subject.kind === 'bulletin' ? [] : await shownFiles(subject.kept.files),
    },
  ];
}

export const listWaitingChecksHandler = onRead(listWaitingChecks, async (_input, { caller, database }) => {
  const city = cityOf(reviewScopeOf(caller));
  const waiting = await checksForReview(database, city, mostAtOnce + 1);
  const shown = await Promise.all(waiting.slice(0, mostAtOnce).map((each) => show(database, each)));
  return { checks: shown.flat(), isMore: waiting.length > mostAtOnce };
});
