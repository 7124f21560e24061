import { releaseRecords } from '#shared/contract/record/release-records';
import { releaseRecord } from '#shared/record/release';
import type { z } from '#shared/zod';
import { onSteps } from '../../entry/handler';
import type { Caller } from '../../entry/caller';
import type { Transaction } from '../../platform/database';
import { findRevision, keepRecord } from '../../store/record/records';
import { stepBy } from '../../work/record/step-by';
import { resultOf } from '../../work/result-of';

type Asked = z.output<typeof releaseRecords.request>['records'][number];
type Result = z.output<typeof releaseRecords.reply>['records'][number]['result'];

const refusals = {
  CONFLICT: 'changed',
  FROZEN: 'closed',
  NOT_FOUND: 'not-found',
  FORBIDDEN: 'not-yours',
} as const;

/** Releases one record; run again, it finds it released. */
async function releaseOne(
  transaction: Transaction,
  asked: Asked,
  { caller, now }: { caller: Caller; now: number },
): Promise<Result> {
  const before = await findRevision(transaction, asked, (record) => {
    caller.require(record);
  });
  const released = releaseRecord(before, stepBy(caller.actingOn(before), now));
  if (released !== before) await keepRecord(transaction, asked.kind, released);
  return 'released';
}

export const releaseRecordsHandler = onSteps(releaseRecords, async ({ records }, { caller, now, step }) => {
  const released: z.input<typeof releaseRecords.reply>['records'] = [];
  for (const asked of records) {
    const { kind, id } = asked;
    const release = () =>
      step(`${kind} ${id}`, (transaction) => releaseOne(transaction, asked, { caller, now }));
    released.push({ kind, id, result: await resultOf<Result>(refusals, release) });
  }
  return { records: released };
});
