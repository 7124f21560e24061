import type { ContentCheck, RecordFile } from './record';

/** What has a text, and perhaps pictures, that pass the content check: a record, or an issued bulletin, which has no files. */
export interface Checked {
  check: ContentCheck;
  files: readonly Pick<RecordFile, 'check'>[];
  state: string;
}

/** Whether something of it has a state of the check; nothing of what is withdrawn matters any more. */
function has({ check, files, state }: Checked, wanted: ContentCheck): boolean {
  return state !== 'withdrawn' && [check, ...files.map((file) => file.check)].includes(wanted);
}

/** What is still to come of a check: WeChat's answer (待检查), a person's decision (待人工核). */
export interface OpenCheck {
  isWaiting: boolean;
  isForReview: boolean;
}

export function openCheckOf(checked: Checked): OpenCheck {
  return { isWaiting: has(checked, 'waiting'), isForReview: has(checked, 'for-review') };
}

/** Has a person decide what WeChat has not answered: what waits is for review from now on. */
export function forReview<Waiting extends { check: ContentCheck }>(waiting: Waiting): Waiting {
  return waiting.check === 'waiting' ? { ...waiting, check: 'for-review' } : waiting;
}
