import type { Finder, Transaction } from '../platform/database';
import type { Collection } from './collection';

/** A job of the timer that was done (定时任务), by its name and the moment it was due. */
export interface DoneJob {
  id: string;
  job: string;
  dueAt: number;
  doneAt: number;
}

export const timerJobs: Collection = { name: 'timer-jobs', indexes: [] };

/** A job is due once at a moment, whichever machine runs it and however late. */
function jobId(job: string, dueAt: number): string {
  return `${job}-${dueAt}`;
}

export async function isJobDone(reader: Finder, job: string, dueAt: number): Promise<boolean> {
  return (await reader.find(timerJobs.name, jobId(job, dueAt))) !== null;
}

export async function keepDoneJob(transaction: Transaction, done: Omit<DoneJob, 'id'>): Promise<void> {
  const kept: DoneJob = { id: jobId(done.job, done.dueAt), ...done };
  await transaction.insert(timerJobs.name, kept);
}
