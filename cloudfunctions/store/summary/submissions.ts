import { refuse } from '#shared/refusal/errors';
import type { SubmissionView } from '#shared/contract/summary/summary-views';
import type { Database, Finder, Reader, Transaction } from '../../platform/database';
import { uniqueIndexOn, type Collection } from '../collection';
import { guardOf, readGuard, type Guard } from '../guards';

/** A submission of a version (报送): only its return is ever added to it; a later one replaces it by standing after it. */
export interface Submission extends SubmissionView {
  editionId: string;
  scopeKey: string;
  /** Its place among the scope's submissions, from 1. */
  number: number;
  by: string;
  unitId: string;
}

export const submissions: Collection = {
  name: 'submissions',
  indexes: [uniqueIndexOn('editionId', 'scopeKey', 'number'), uniqueIndexOn('summaryId')],
};

/** The last submission of a scope; null when it submitted nothing yet. */
export async function latestSubmission(
  reader: Reader,
  editionId: string,
  scopeKey: string,
): Promise<Submission | null> {
  const [latest] = await reader.list<Submission>(submissions.name, {
    where: { editionId, scopeKey },
    orderBy: ['number', 'desc'],
    limit: 1,
  });
  return latest ?? null;
}

/** A scope's last submission as it is decided from: with the guard that every submission and return of it moves. */
export interface GatheredSubmission {
  guard: Guard;
  last: Submission | null;
}

/** Gathers a scope's last submission before a transaction that submits or returns. */
export async function gatherSubmission(
  database: Database,
  { editionId, scopeKey }: Pick<Submission, 'editionId' | 'scopeKey'>,
): Promise<GatheredSubmission> {
  const guard = await readGuard(database, guardOf.submissions(editionId, scopeKey));
  return { guard, last: await latestSubmission(database, editionId, scopeKey) };
}

/** The submission of one version; null when it was not submitted. */
export async function submissionOfVersion(reader: Reader, summaryId: string): Promise<Submission | null> {
  const found = await submissionsOfVersions(reader, [summaryId]);
  return found.get(summaryId) ?? null;
}

/** The submissions of some versions, at most a hundred, by version. */
export async function submissionsOfVersions(
  reader: Reader,
  summaryIds: readonly string[],
): Promise<ReadonlyMap<string, Submission>> {
  if (summaryIds.length === 0) return new Map();
  const found = await reader.list<Submission>(submissions.name, {
    where: { summaryId: { oneOf: summaryIds } },
    limit: summaryIds.length,
  });
  return new Map(found.map((each) => [each.summaryId, each]));
}

/** One submission. NOT_FOUND when there is none of that id. */
export async function findSubmission(reader: Finder, id: string): Promise<Submission> {
  const found = await reader.find<Submission>(submissions.name, id);
  if (found === null) throw refuse('NOT_FOUND', { what: 'submission' });
  return found;
}

export async function insertSubmission(transaction: Transaction, submission: Submission): Promise<void> {
  await transaction.insert(submissions.name, submission);
}

/** Keeps a submission with its return. */
export async function replaceSubmission(transaction: Transaction, returned: Submission): Promise<void> {
  await transaction.replace(submissions.name, returned);
}
