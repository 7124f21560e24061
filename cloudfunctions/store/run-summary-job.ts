import type { Compilation } from '#shared/contract/summary-views';
import { readClock } from '../platform/clock';
import type { Reader, Transaction } from '../platform/database';
import { stepSummaryJob } from './step-summary-job';
import { compilationOf } from './summary-jobs';

/** What a person waits for without wondering, and far less than a function may take. */
const longestRunMs = 4000;
/** The same in steps, for a clock that stands still. */
const mostSteps = 50;

/**
 * Goes on with a compilation for a few seconds, step by step, and says how far it is. Cut off anywhere it is as far as its
 * last whole step; whoever calls next goes on from there.
 */
export async function runSummaryJob(
  reader: Reader,
  id: string,
  step: (name: string, work: (transaction: Transaction) => Promise<void>) => Promise<void>,
): Promise<Compilation> {
  const began = readClock();
  let compilation = await compilationOf(reader, id);
  for (let steps = 0; compilation.summary === null && steps < mostSteps; steps += 1) {
    if (readClock() - began > longestRunMs) break;
    await step(`step ${compilation.read}`, (transaction) => stepSummaryJob(transaction, id, readClock()));
    compilation = await compilationOf(reader, id);
  }
  return compilation;
}
