import { forReview } from './check-state';
import type { AnyRecord } from './record-kinds';
import { mayTake, returnRecord, type Step } from './record-life';
import type { ContentCheck } from './record';

/** Why a record comes back whose words the public may not see: by WeChat's word, or by a reviewer's. */
const rejectedReason = '内容没有通过微信的安全检查，请修改后再报。';
const rejectedByPerson = '内容没有通过人工核，请修改后再报。';

/**
 * A record with what was said of its text: it goes back to its unit, with the field when one is known, when the public may not see
 * it. `by` is null for WeChat's word. A pass moves no revision: the unit's own work on the record goes on.
 */
export function withTextVerdict<Kept extends AnyRecord>(
  record: Kept,
  { check, field }: { check: ContentCheck; field: string },
  taken: Step,
): Kept {
  const checked = { ...record, check };
  if (check !== 'rejected' || record.check === 'rejected' || !mayTake('return', record.state)) return checked;
  const reason = taken.by === null ? rejectedReason : rejectedByPerson;
  return returnRecord(checked, { reason, fields: field === '' ? [] : [field] }, taken);
}

/** A record of which a person decides what WeChat has not answered. */
export function recordForReview<Kept extends AnyRecord>(record: Kept): Kept {
  return forReview({ ...record, files: record.files.map(forReview) });
}
