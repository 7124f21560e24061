import { releaseRecords } from '#shared/contract/record/release-records';
import { AppError } from '#shared/refusal/errors';
import { releaseRecord } from '#shared/record/release';
import type { z } from '#shared/zod';
import { onSteps } from '../../entry/handler';
import type { Caller } from '../../entry/caller';
import type { Transaction } from '../../platform/database';
import { findRevision, keepRecord } from '../../store/record/records';
import { stepBy } from '../../work/record/step-by';

type Asked = z.output<typeof releaseRecords.request>['records'][number];
type Result = z.output<typeof releaseRecords.reply>['records'][number]['result'];

const results: Readonly<Partial<Record<string, Result>>> = {
  CONFLICT: 'changed',
  FROZEN: 'closed',
  NOT_FOUND: 'not-found',
  FORBIDDEN: 'not-yours',
};

/** Releases one record; run again, it finds it released. */
async function releaseOne(
  transaction: Transaction,
  asked: Asked,
  { caller, now }: { caller: Caller; now: number },
): Promise<void> {
  const before = await findRevision(transaction, asked, (record) => {
    caller.require(record);
  });
  const released = releaseRecord(before, stepBy(caller.actingOn(before), now));
  if (released !== before) await keepRecord(transaction, asked.kind, released);
}

export const releaseRecordsHandler = onSteps(releaseRecords, async ({ records }, { caller, now, step }) => {
  const released: z.input<typeof releaseRecords.reply>['records'] = [];
  for (const asked of records) {
    const { kind, id } = asked;
    const release = () =>
      step(`${kind} ${id}`, (transaction) => releaseOne(transaction, asked, { caller, now }));
    released.push({ kind, id, result: await resultOf(release) });
  }
  return { records: released };
});

async function resultOf(work: () => Promise<void>): Promise<Result> {
  try {
    await work();
    return 'released';
  } catch (error) {
    const result = error instanceof AppError ? results[error.refusal.code] : undefined;
    if (result === undefined) throw error;
    return result;
  }
}
