import { plainCollections } from '../../store/record/plain-records';
import type { Activity } from '#shared/record/activity';
import type { Policy } from '#shared/record/policy';
import { reportingStatusOf } from '#shared/record/nil-report';
import { tells, type RecordEnvelope } from '#shared/record/record';
import {
  emptyPart,
  extendChecksum,
  takeActivity,
  takePolicy,
  type SummaryPart,
} from '#shared/summary/snapshot';
import { owesAWeek } from '#shared/summary/pre-check';
import { boundsOf } from '#shared/summary/summary-scope';
import { addToTotals, type SummaryTotals } from '#shared/summary/summary-totals';
import { LostRace, type Database, type Reader, type Transaction } from '../../platform/database';
import { digestOf } from '../../platform/digest';
import { activities } from '../../store/record/activities';
import { holdGuard } from '../../store/guards';
import { subjectsWithNil } from '../../store/record/nil-reports';
import { hasContent } from '../record/reporting';
import {
  gatherVersions,
  insertPart,
  insertSummary,
  type GatheredVersions,
  type KeptSummary,
} from '../../store/summary/summaries';
import {
  findSummaryJob,
  summaryJobs,
  summaryPhases,
  type SummaryJob,
  type SummaryPhase,
} from '../../store/summary/summary-jobs';
import { recordsById } from '../../store/summary/summary-reading';
import { summaryStatements, type Statement } from '../../store/summary/summary-statements';
import { unitsOfScope } from './summary-units';

/** Records with every field at their longest and a dozen files stay under the platform's 1 MB a read. */
const pageSize = 60;
/** Pages one step takes in: few transactions, and each far from the platform's 30 seconds. */
const pagesInAStep = 5;

/** What a step has read: the part it makes, the units its records came from, and where the next begins. */
interface Page {
  part: SummaryPart;
  unitIds: string[];
  read: number;
  after: string | null;
}

function pageOf(found: readonly { id: string }[]): { read: number; after: string | null } {
  return { read: found.length, after: found.length < pageSize ? null : (found.at(-1)?.id ?? null) };
}

/** Units whose records say that they have something: one that was taken back says nothing. */
function unitsWithContent(records: readonly RecordEnvelope[]): string[] {
  return records.filter(tells).map(({ unitId }) => unitId);
}

async function readActivities(reader: Reader, job: SummaryJob): Promise<Page> {
  const { editionId, edition, scope, after } = job;
  const query = { editionId, bounds: boundsOf(scope), after, size: pageSize };
  const found = await recordsById<Activity>(reader, activities.name, query);
  const part = emptyPart();
  for (const each of found) {
    const { counted, leftOut } = takeActivity(each, edition, scope);
    if (counted === null) part.leftOut.push(leftOut);
    else part.activities.push(counted);
  }
  return { part, unitIds: unitsWithContent(found), ...pageOf(found) };
}

async function readPolicies(reader: Reader, job: SummaryJob): Promise<Page> {
  const { editionId, scope, after } = job;
  const query = { editionId, bounds: boundsOf(scope), after, size: pageSize };
  const found = await recordsById<Policy>(reader, plainCollections.policy.name, query);
  const part = emptyPart();
  for (const each of found) {
    const { counted, leftOut } = takePolicy(each, scope);
    if (counted === null) part.leftOut.push(leftOut);
    else part.policies.push(counted);
  }
  return { part, unitIds: unitsWithContent(found), ...pageOf(found) };
}

async function readUnits(reader: Reader, job: SummaryJob): Promise<Page> {
  const { editionId, scope, after } = job;
  const found = await unitsOfScope(reader, scope, after, pageSize);
  const withRecords = new Set(job.unitIds);
  const withNil = new Set(await subjectsWithNil(reader, { editionId, scope: 'unit', span: 'week' }));
  const part = emptyPart();
  for (const { id, name, city } of found.filter(owesAWeek)) {
    const content =
      withRecords.has(id) || (await hasContent(reader, { editionId, owner: { unitId: id }, span: 'week' }));
    const status = reportingStatusOf({ hasContent: content, statedNil: withNil.has(id) });
    part.units.push({ id, name, city, status });
  }
  return { part, unitIds: [], ...pageOf(found), read: 0 };
}

/** The cities that a summary has lines for, all at once: there are two dozen. */
async function readCities(reader: Reader, { editionId, scope, totals }: SummaryJob): Promise<Page> {
  const part = emptyPart();
  if (scope.kind === 'city' || scope.kind === 'province') {
    const withNil = new Set(await subjectsWithNil(reader, { editionId, scope: 'city', span: 'week' }));
    for (const { key } of totals.byCity) {
      const content = await hasContent(reader, { editionId, owner: { unitCity: key }, span: 'week' });
      const status = reportingStatusOf({ hasContent: content, statedNil: withNil.has(key) });
      part.cities.push({ id: key, name: key, city: key, status });
    }
  }
  return { part, unitIds: [], read: 0, after: null };
}

/** The revision a statement has to be about to be printed: the record's own now; null of a unit. */
async function revisionNow(reader: Reader, { finding }: Statement): Promise<number | null> {
  if (finding.what === 'unit') return null;
  const { name } = finding.what === 'activity' ? activities : plainCollections.policy;
  const record = await reader.find<RecordEnvelope>(name, finding.id);
  return record?.revision ?? null;
}

async function readStatements(reader: Reader, job: SummaryJob): Promise<Page> {
  const { editionId, scope, after } = job;
  const query = { editionId, bounds: boundsOf(scope), after, size: pageSize };
  const found = await recordsById<Statement>(reader, summaryStatements.name, query);
  const part = emptyPart();
  for (const each of found) {
    const { id, finding, name, unitName, unitCity, note } = each;
    if (note === '' || (await revisionNow(reader, each)) !== each.revision) continue;
    part.statements.push({ id, kind: finding.kind, recordId: finding.id, name, unitName, unitCity, note });
  }
  return { part, unitIds: [], ...pageOf(found), read: 0 };
}

const readers: Record<SummaryPhase, (reader: Reader, job: SummaryJob) => Promise<Page>> = {
  activities: readActivities,
  policies: readPolicies,
  units: readUnits,
  cities: readCities,
  statements: readStatements,
};

function isEmpty(part: SummaryPart): boolean {
  return Object.values(part).every((rows: unknown[]) => rows.length === 0);
}

/** What one step takes in: the parts it makes, the job after it, and whether that was its last. */
interface Taken {
  job: SummaryJob;
  parts: SummaryPart[];
  isDone: boolean;
}

/** The job after one more page. */
async function takePage(reader: Reader, { job, parts }: Taken): Promise<Taken> {
  const { part, unitIds, read, after } = await readers[job.phase](reader, job);
  const keeps = !isEmpty(part);
  const nextPhase = after === null ? summaryPhases[summaryPhases.indexOf(job.phase) + 1] : job.phase;
  return {
    isDone: nextPhase === undefined,
    parts: keeps ? [...parts, part] : parts,
    job: {
      ...job,
      phase: nextPhase ?? job.phase,
      after,
      parts: job.parts + (keeps ? 1 : 0),
      read: job.read + read,
      leftOut: job.leftOut + part.leftOut.length,
      checksum: extendChecksum(job.checksum, part, digestOf),
      totals: addToTotals(job.totals, part),
      unitIds: [...new Set([...job.unitIds, ...unitIds])],
    },
  };
}

function countOf({ byTable }: SummaryTotals, table: 'service' | 'exhibition'): number {
  return byTable.find(({ key }) => key === table)?.activities ?? 0;
}

/** Keeps the version that a job has come to. */
async function finish(
  transaction: Transaction,
  job: SummaryJob,
  { guard, latest }: GatheredVersions,
): Promise<void> {
  const { id, editionId, edition, scopeKey, scope, scopeName, totals, parts, checksum, leftOut } = job;
  await holdGuard(transaction, guard);
  const summary: KeptSummary = {
    id,
    editionId,
    edition,
    scopeKey,
    scope,
    scopeName,
    version: (latest?.version ?? 0) + 1,
    compiledAt: job.startedAt,
    compiledBy: job.startedBy,
    policies: totals.policies,
    services: countOf(totals, 'service'),
    exhibitions: countOf(totals, 'exhibition'),
    headcount: totals.all.headcount,
    estimated: totals.all.estimated,
    withoutHeadcount: totals.all.withoutHeadcount,
    leftOut,
    checksum,
    totals,
    parts,
  };
  await insertSummary(transaction, summary);
  await transaction.remove(summaryJobs.name, id);
}

/** A step as it is gathered: the job it goes on from, what it takes in, and the scope's versions when it is the last; null when the job is over. */
export interface GatheredStep {
  from: SummaryJob;
  taken: Taken;
  versions: GatheredVersions | null;
}

/** Reads what one step of a compilation takes in: some pages, in the order of their ids. */
export async function gatherStep(database: Database, id: string): Promise<GatheredStep | null> {
  const from = await findSummaryJob(database, id);
  if (from === null) return null;
  let taken: Taken = { job: from, parts: [], isDone: false };
  for (let pages = 0; pages < pagesInAStep && !taken.isDone; pages += 1)
    taken = await takePage(database, taken);
  return { from, taken, versions: taken.isDone ? await gatherVersions(database, from) : null };
}

/**
 * One step of a compilation: keeps what was taken in, or makes the version. Two machines that step at once touch the same job, so
 * that one of them begins again from what the other kept.
 */
export async function stepSummaryJob(
  transaction: Transaction,
  gathered: GatheredStep | null,
  now: number,
): Promise<void> {
  if (gathered === null) return;
  const { from, taken, versions } = gathered;
  const kept = await findSummaryJob(transaction, from.id);
  if (kept === null) return;
  if (kept.steps !== from.steps) throw new LostRace(`Compilation ${from.id}`);
  for (const [index, part] of taken.parts.entries())
    await insertPart(transaction, from.id, from.parts + index, part);
  if (versions !== null) return finish(transaction, taken.job, versions);
  const stepped: SummaryJob = { ...taken.job, steps: from.steps + 1, steppedAt: now };
  await transaction.replace(summaryJobs.name, stepped);
}
