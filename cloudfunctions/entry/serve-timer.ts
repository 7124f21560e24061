import { isCalledByTimer } from '../platform/caller-identity';
import { readClock } from '../platform/clock';
import { openDatabase, type Database } from '../platform/database';
import { allEditions } from '../store/edition/editions';
import { isJobDone, keepDoneJob } from '../store/timer-jobs';
import type { Edition } from '#shared/week/edition';
import { inAuditedTransaction } from './audited';
import type { Step } from './handler';

export interface JobContext {
  now: number;
  database: Database;
  /**
   * Runs one step in a transaction of its own, kept with its audit entry. The key names the step for good, such as the
   * record it is about: a job that runs again, or on two machines at once, must find in the database what is done.
   */
  step: Step;
}

/** Something the timer does at every waking where there is work, of whatever edition. Safe to run again, and on two machines. */
export interface Job {
  name: string;
  run(context: JobContext): Promise<void>;
}

export interface EditionJobContext extends JobContext {
  edition: Edition;
  /** The moment the job was due; at least as early as `now`. */
  dueAt: number;
}

/** Something the timer does for one edition after the other, whichever is on. */
export interface EditionJob {
  name: string;
  /** Of those that are open; or also of those that are closed: of all that have begun. */
  editions: 'open' | 'begun';
  /**
   * The moments, up to and including `now`, at which the job was due and that still matter; each is done once.
   * `always` for a job that looks for work at every waking and leaves no mark.
   */
  dueAt(edition: Edition, now: number): readonly number[] | 'always';
  /** Does the job. Safe to run again from the start, and at the same time on another machine. */
  run(context: EditionJobContext): Promise<void>;
}

type Waking = Omit<JobContext, 'step'>;

function contextOf({ name }: Pick<Job, 'name'>, waking: Waking): JobContext {
  return {
    ...waking,
    step: (key, work) =>
      inAuditedTransaction(
        { key: `${name} ${key}`, at: waking.now, action: name, openid: null, unitId: null, role: null },
        work,
      ),
  };
}

async function runIfDue(job: EditionJob, edition: Edition, waking: Waking): Promise<number> {
  const { now, database } = waking;
  const context = contextOf(job, waking);
  const due = job.dueAt(edition, now);
  if (due === 'always') {
    await job.run({ ...context, edition, dueAt: now });
    return 0;
  }
  const mark = `${job.name} ${edition.id}`;
  let done = 0;
  for (const dueAt of due) {
    if (await isJobDone(database, mark, dueAt)) continue;
    await job.run({ ...context, edition, dueAt });
    await context.step(`${edition.id} ${dueAt}`, async (transaction) => {
      if (!(await isJobDone(transaction, mark, dueAt)))
        await keepDoneJob(transaction, { job: mark, dueAt, doneAt: now });
    });
    done += 1;
  }
  return done;
}

/** Does a job wherever it is due; how many moments it was done for. */
async function runWhereDue(
  job: Job | EditionJob,
  editions: readonly Edition[],
  waking: Waking,
): Promise<number> {
  if (!('editions' in job)) {
    await job.run(contextOf(job, waking));
    return 0;
  }
  let done = 0;
  for (const edition of editions) {
    if (edition.state === 'open' || (edition.state === 'closed' && job.editions === 'begun'))
      done += await runIfDue(job, edition, waking);
  }
  return done;
}

/**
 * The timer function's `main` (定时触发): wakes every few minutes and does what is due, each job by itself, so that one that
 * fails keeps none of the others from being done. Answers whether it was let in, and which jobs failed.
 */
export function serveTimer(
  jobs: readonly (Job | EditionJob)[],
): () => Promise<{ ok: boolean; done: number; failed: string[] }> {
  return async () => {
    if (!isCalledByTimer()) return { ok: false, done: 0, failed: [] };
    const database = openDatabase();
    const editions = await allEditions(database);
    const failed: string[] = [];
    let done = 0;
    for (const job of jobs) {
      try {
        done += await runWhereDue(job, editions, { now: readClock(), database });
      } catch (error) {
        failed.push(job.name);
        console.error(`The timer's job ${job.name} failed and is tried again at the next waking.`, error);
      }
    }
    return { ok: failed.length === 0, done, failed };
  };
}
