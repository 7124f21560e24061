import { refuse, type ErrorDetails } from './errors';

/** Refuses with CONFLICT, and what is kept now, when a change was made from another revision than the one kept. */
export function requireRevision(kept: ErrorDetails['CONFLICT']['current'], revision: number): void {
  if (kept.revision !== revision) throw refuse('CONFLICT', { current: kept });
}
