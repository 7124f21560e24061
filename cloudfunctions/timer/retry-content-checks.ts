import { mostBytesOf } from '#shared/record/record-files';
import { publicTextsOf } from '#shared/record/public-texts';
import type { AnyRecord } from '#shared/record/record-kinds';
import { mayTake, returnRecord } from '#shared/record/record-life';
import type { ContentCheck, RecordFile } from '#shared/record/record';
import type { Job, JobContext } from '../entry/serve-timer';
import { checkPicture } from '../platform/content-check';
import { fetchFile } from '../platform/files';
import {
  checkTexts,
  dueChecks,
  endWaiting,
  putOff,
  waitsForCheck,
  type WaitingCheck,
} from '../store/content-checks';
import { markReturnToTell } from '../store/outbox';
import { findRecordIfAny, keepRecord } from '../store/records';

/** As many as one waking has time for. */
const mostAtOnce = 50;

const rejectedReason = '内容没有通过微信的安全检查，请修改后再报。';

/** What the check says now of a record that waits. */
interface Verdict {
  check: ContentCheck;
  field: string;
  files: ReadonlyMap<string, ContentCheck>;
}

async function verdictOnFile({ check, fileID, mediaType, purpose }: RecordFile): Promise<ContentCheck> {
  if (check !== 'waiting') return check;
  const fetched = await fetchFile(fileID, mostBytesOf(purpose));
  return fetched.result === 'fetched' ? checkPicture(mediaType, fetched.bytes) : 'waiting';
}

async function verdictOn({ kind, openid }: WaitingCheck, record: AnyRecord): Promise<Verdict> {
  const texts =
    record.check === 'waiting'
      ? await checkTexts(openid, publicTextsOf(kind, record))
      : { check: record.check, field: '' };
  const files = new Map<string, ContentCheck>();
  for (const file of record.files) files.set(file.id, await verdictOnFile(file));
  return { ...texts, files };
}

/** A record with what the check said: it goes back to its unit when the public may not see its text. */
function withVerdict<Kept extends AnyRecord>(
  record: Kept,
  { check, field, files }: Verdict,
  now: number,
): Kept {
  const checked = {
    ...record,
    check,
    files: record.files.map((file) => ({ ...file, check: files.get(file.id) ?? file.check })),
  };
  if (check !== 'rejected' || record.check === 'rejected' || !mayTake('return', record.state)) return checked;
  const note = { reason: rejectedReason, fields: field === '' ? [] : [field] };
  return returnRecord(checked, note, { by: null, now });
}

async function retry(waiting: WaitingCheck, { database, now, step }: JobContext): Promise<void> {
  const { id, kind } = waiting;
  const record = await findRecordIfAny(database, kind, id);
  const verdict = record !== null && waitsForCheck(record) ? await verdictOn(waiting, record) : null;
  await step(`${id} ${now}`, async (transaction) => {
    const kept = await findRecordIfAny(transaction, kind, id);
    if (kept === null || !waitsForCheck(kept)) {
      await endWaiting(transaction, id);
      return;
    }
    // Changed while the check was asked: what it said is about other words.
    if (verdict === null || kept.revision !== record?.revision) return;
    const checked = withVerdict(kept, verdict, now);
    const isNews =
      checked.check !== kept.check ||
      checked.files.some(({ check }, index) => check !== kept.files[index]?.check);
    if (isNews) await keepRecord(transaction, kind, checked);
    if (checked.returned !== null && checked.revision > kept.revision)
      await markReturnToTell(transaction, checked, checked.returned);
    if (waitsForCheck(checked)) await putOff(transaction, waiting, now);
    else await endWaiting(transaction, id);
  });
}

/** Asks the content check again about what was kept while it could not be asked (补查内容). */
export const retryContentChecks: Job = {
  name: 'retryContentChecks',
  dueAt: () => 'always',
  async run(context) {
    for (const waiting of await dueChecks(context.database, context.now, mostAtOnce))
      await retry(waiting, context);
  },
};
