import { plainCollections } from '../record/plain-records';
import type { Compilation } from '#shared/contract/summary/summary-views';
import { refuse } from '#shared/refusal/errors';
import type { CompiledEdition } from '#shared/summary/snapshot';
import { boundsOf, scopeKeyOf, type SummaryScope } from '#shared/summary/summary-scope';
import { emptyTotals, type SummaryTotals } from '#shared/summary/summary-totals';
import type { Edition } from '#shared/week/edition';
import type { Database, Finder, Reader, Transaction } from '../../platform/database';
import { digestOf } from '../../platform/digest';
import { activities } from '../record/activities';
import { indexOn, uniqueIndexOn, type Collection } from '../collection';
import { guardOf, holdGuard, readGuard, type Guard } from '../guards';
import { findSummaryIfAny, headOf } from './summaries';

/** What a compilation takes in, one after the other. */
export const summaryPhases = ['activities', 'policies', 'units', 'cities', 'statements'] as const;
export type SummaryPhase = (typeof summaryPhases)[number];

/** A compilation that runs (汇总任务): one a scope, taken away when its version is there. Its id is the version's. */
export interface SummaryJob {
  id: string;
  editionId: string;
  edition: CompiledEdition;
  scopeKey: string;
  scope: SummaryScope;
  scopeName: string;
  startedAt: number;
  startedBy: string;
  steppedAt: number;
  /** Counts the steps: who steps from what another has stepped beyond begins again. */
  steps: number;
  phase: SummaryPhase;
  /** The last id taken in of the phase; null at its beginning. */
  after: string | null;
  parts: number;
  read: number;
  expected: number;
  leftOut: number;
  checksum: string;
  totals: SummaryTotals;
  /** The units that records came from. */
  unitIds: string[];
}

export const summaryJobs: Collection = {
  name: 'summary-jobs',
  indexes: [uniqueIndexOn('editionId', 'scopeKey'), indexOn('steppedAt')],
  unaudited: 'copy',
};

function compiledEdition({ id, title, firstDay, lastDay, cities, series }: Edition): CompiledEdition {
  return { id, title, firstDay, lastDay, cities, series };
}

/** About how many records a scope has: what progress is told against. */
export async function countForSummary(
  database: Database,
  editionId: string,
  scope: SummaryScope,
): Promise<number> {
  const where = { editionId, ...boundsOf(scope) };
  const counts = await Promise.all(
    [activities, plainCollections.policy].map(({ name }) => database.count(name, where)),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The compilation of a scope that runs; null when none does. */
async function runningJob(reader: Reader, editionId: string, scopeKey: string): Promise<SummaryJob | null> {
  const [running] = await reader.list<SummaryJob>(summaryJobs.name, {
    where: { editionId, scopeKey },
    limit: 1,
  });
  return running ?? null;
}

/** What starting a compilation is decided from: the one of the scope that runs, with the guard that starting and ending moves. */
export interface GatheredJob {
  guard: Guard;
  running: SummaryJob | null;
}

/** Gathers the running compilation of a scope before a transaction that starts one. */
export async function gatherJob(
  database: Database,
  editionId: string,
  scope: SummaryScope,
): Promise<GatheredJob> {
  const scopeKey = scopeKeyOf(scope);
  const guard = await readGuard(database, guardOf.summaries(editionId, scopeKey));
  return { guard, running: await runningJob(database, editionId, scopeKey) };
}

/**
 * Starts a compilation under an id, unless that one is done already, or joins the one of the scope that runs.
 * Answers the id of the version that will be there.
 */
export async function startSummaryJob(
  transaction: Transaction,
  start: {
    id: string;
    edition: Edition;
    scope: SummaryScope;
    scopeName: string;
    expected: number;
    now: number;
    openid: string;
  },
  { guard, running }: GatheredJob,
): Promise<string> {
  const { id, scope, scopeName, expected, now, openid } = start;
  if ((await findSummaryIfAny(transaction, id)) !== null) return id;
  const edition = compiledEdition(start.edition);
  await holdGuard(transaction, guard);
  if (running !== null) return running.id;
  const job: SummaryJob = {
    id,
    editionId: edition.id,
    edition,
    scopeKey: scopeKeyOf(scope),
    scope,
    scopeName,
    startedAt: now,
    startedBy: openid,
    steppedAt: now,
    steps: 0,
    phase: summaryPhases[0],
    after: null,
    parts: 0,
    read: 0,
    expected,
    leftOut: 0,
    checksum: digestOf(JSON.stringify([scope, edition])),
    totals: emptyTotals(scope, edition),
    unitIds: [],
  };
  await transaction.insert(summaryJobs.name, job);
  return id;
}

export function findSummaryJob(reader: Finder, id: string): Promise<SummaryJob | null> {
  return reader.find<SummaryJob>(summaryJobs.name, id);
}

/** More compilations than run at once. */
const mostJobs = 100;

/** Compilations of some editions on which nothing was done since an instant: whoever asked for them went away. */
export async function orphanedSummaryJobs(
  reader: Reader,
  editionIds: readonly string[],
  since: number,
  size: number,
): Promise<SummaryJob[]> {
  const orphaned = await reader.list<SummaryJob>(summaryJobs.name, {
    where: { steppedAt: { atMost: since } },
    orderBy: ['steppedAt', 'asc'],
    limit: mostJobs,
  });
  return orphaned.filter(({ editionId }) => editionIds.includes(editionId)).slice(0, size);
}

/** How far a compilation is. NOT_FOUND when there is none of that id, neither running nor done. */
export async function compilationOf(
  reader: Finder,
  id: string,
): Promise<Compilation & { editionId: string }> {
  const job = await findSummaryJob(reader, id);
  if (job !== null) {
    const { editionId, scope, read, expected } = job;
    return { summaryId: id, editionId, scope, read, expected, summary: null };
  }
  const summary = await findSummaryIfAny(reader, id);
  if (summary === null) throw refuse('NOT_FOUND', { what: 'summary' });
  const { policies: issued, services, exhibitions, leftOut, editionId, scope } = summary;
  const read = issued + services + exhibitions + leftOut;
  return { summaryId: id, editionId, scope, read, expected: read, summary: headOf(summary) };
}
