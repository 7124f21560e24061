import type { Compilation } from '#shared/contract/summary/summary-views';
import { readClock } from '../../platform/clock';
import type { Database, Work } from '../../platform/database';
import { gatherStep, stepSummaryJob, type GatheredStep } from './step-summary-job';
import { compilationOf } from '../../store/summary/summary-jobs';

/** What a person waits for without wondering, and far less than a function may take. */
const longestRunMs = 4000;
/** The same in steps, for a clock that stands still. */
const mostSteps = 50;

/**
 * Goes on with a compilation for a few seconds, step by step, and says how far it is. Cut off anywhere it is as far as its
 * last whole step; whoever calls next goes on from there.
 */
export async function runSummaryJob(
  database: Database,
  id: string,
  step: (name: string, work: Work<GatheredStep | null, void>) => Promise<void>,
): Promise<Compilation> {
  const began = readClock();
  let compilation = await compilationOf(database, id);
  for (let steps = 0; compilation.summary === null && steps < mostSteps; steps += 1) {
    if (readClock() - began > longestRunMs) break;
    await step(`step ${compilation.read}`, {
      gather: () => gatherStep(database, id),
      run: (transaction, gathered) => stepSummaryJob(transaction, gathered, readClock()),
    });
    compilation = await compilationOf(database, id);
  }
  return compilation;
}
