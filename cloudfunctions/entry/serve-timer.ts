import { isCalledByTimer } from '../platform/caller-identity';
import { readClock } from '../platform/clock';
import { openDatabase, type Database } from '../platform/database';
import { allEditions, currentEditionIfAny } from '../store/edition/editions';
import { isJobDone, keepDoneJob } from '../store/timer-jobs';
import type { Edition } from '#shared/week/edition';
import { inAuditedTransaction } from './audited';
import type { Step } from './handler';

export interface JobContext {
  edition: Edition;
  now: number;
  database: Database;
  /** The moment the job was due; at least as early as `now`. */
  dueAt: number;
  /**
   * Runs one step in a transaction of its own, kept with its audit entry. The key names the step for good, such as the
   * record it is about: a job that runs again, or on two machines at once, must find in the database what is done.
   */
  step: Step;
}

/** Something the timer does when it is due. */
export interface Job {
  name: string;
  /**
   * The moments, up to and including `now`, at which the job was due and that still matter; each is done once.
   * `always` for a job that looks for work at every waking and leaves no mark.
   */
  dueAt(edition: Edition, now: number): readonly number[] | 'always';
  /** Done for earlier editions too, whichever is on; other jobs are for the one that is on. */
  isForEveryEdition?: true;
  /** Does the job. Safe to run again from the start, and at the same time on another machine. */
  run(context: JobContext): Promise<void>;
}

async function runJob(job: Job, context: Omit<JobContext, 'step' | 'dueAt'>, dueAt: number): Promise<void> {
  await job.run({
    ...context,
    dueAt,
    step: (key, work) =>
      inAuditedTransaction(
        {
          key: `${job.name} ${key}`,
          at: context.now,
          action: job.name,
          openid: null,
          unitId: null,
          role: null,
        },
        work,
      ),
  });
}

async function runIfDue(job: Job, context: Omit<JobContext, 'step' | 'dueAt'>): Promise<number> {
  const { edition, now, database } = context;
  const due = job.dueAt(edition, now);
  if (due === 'always') {
    await runJob(job, context, now);
    return 0;
  }
  let done = 0;
  for (const dueAt of due) {
    if (await isJobDone(database, job.name, dueAt)) continue;
    await runJob(job, context, dueAt);
    await inAuditedTransaction(
      { key: `${job.name} ${dueAt}`, at: now, action: job.name, openid: null, unitId: null, role: null },
      async (transaction) => {
        if (!(await isJobDone(transaction, job.name, dueAt)))
          await keepDoneJob(transaction, { job: job.name, dueAt, doneAt: now });
      },
    );
    done += 1;
  }
  return done;
}

/**
 * The timer function's `main` (定时触发): wakes every few minutes and does what is due, each job by itself, so that one that
 * fails keeps none of the others from being done. Answers whether it was let in, and which jobs failed.
 */
export function serveTimer(
  jobs: readonly Job[],
): () => Promise<{ ok: boolean; done: number; failed: string[] }> {
  return async () => {
    if (!isCalledByTimer()) return { ok: false, done: 0, failed: [] };
    const database = openDatabase();
    const edition = await currentEditionIfAny(database);
    const failed: string[] = [];
    let done = 0;
    if (edition === null) return { ok: true, done, failed };
    for (const job of jobs) {
      try {
        const editions = job.isForEveryEdition === true ? await allEditions(database) : [edition];
        for (const each of editions)
          done += await runIfDue(job, { edition: each, now: readClock(), database });
      } catch (error) {
        failed.push(job.name);
        console.error(`The timer's job ${job.name} failed and is tried again at the next waking.`, error);
      }
    }
    return { ok: failed.length === 0, done, failed };
  };
}
