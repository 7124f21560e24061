import type { SummaryHead } from '#shared/contract/summary/summary-views';
import { refuse } from '#shared/refusal/errors';
import { addPart, emptyPart, type CompiledEdition, type SummaryPart } from '#shared/summary/snapshot';
import type { SummaryScope } from '#shared/summary/summary-scope';
import type { SummaryTotals } from '#shared/summary/summary-totals';
import type { Database, Finder, Reader, Transaction } from '../../platform/database';
import { uniqueIndexOn, type Collection } from '../collection';
import { guardOf, readGuard, type Guard } from '../guards';

/** A compiled summary (汇总版本): its figures here, its rows in parts, so that no document outgrows the platform's limit. */
export type KeptSummary = SummaryHead & {
  editionId: string;
  edition: CompiledEdition;
  /** What versions count within. */
  scopeKey: string;
  scope: SummaryScope;
  scopeName: string;
  compiledBy: string;
  totals: SummaryTotals;
  parts: number;
};

type KeptPart = SummaryPart & { id: string; summaryId: string };

export const summaries: Collection = {
  name: 'summaries',
  indexes: [uniqueIndexOn('editionId', 'scopeKey', 'version')],
};
/** Rows of accepted records, which the audit has already. */
export const summaryParts: Collection = { name: 'summary-parts', indexes: [], unaudited: 'copy' };

const versionsInAPage = 20;

/** The versions of a scope before one, or the latest ones, the latest first. */
export async function summaryVersions(
  reader: Reader,
  { editionId, scopeKey, before }: { editionId: string; scopeKey: string; before: number | null },
): Promise<{ versions: KeptSummary[]; next: number | null }> {
  const found = await reader.list<KeptSummary>(summaries.name, {
    where: { editionId, scopeKey, ...(before === null ? {} : { version: { lessThan: before } }) },
    orderBy: ['version', 'desc'],
    limit: versionsInAPage + 1,
  });
  const versions = found.slice(0, versionsInAPage);
  return {
    versions,
    next: found.length > versionsInAPage ? (versions.at(-1)?.version ?? null) : null,
  };
}

/** The latest version compiled for a scope; null before the first. */
export async function latestSummary(
  reader: Reader,
  editionId: string,
  scopeKey: string,
): Promise<KeptSummary | null> {
  const [latest] = await reader.list<KeptSummary>(summaries.name, {
    where: { editionId, scopeKey },
    orderBy: ['version', 'desc'],
    limit: 1,
  });
  return latest ?? null;
}

/** A scope's latest version as the next is numbered from it: with the guard that every new version moves. */
export interface GatheredVersions {
  guard: Guard;
  latest: KeptSummary | null;
}

/** Gathers a scope's latest version before a transaction that makes the next. */
export async function gatherVersions(
  database: Database,
  { editionId, scopeKey }: Pick<KeptSummary, 'editionId' | 'scopeKey'>,
): Promise<GatheredVersions> {
  const guard = await readGuard(database, guardOf.summaries(editionId, scopeKey));
  return { guard, latest: await latestSummary(database, editionId, scopeKey) };
}

/** One compiled summary; null when there is none of that id, or none yet. */
export function findSummaryIfAny(reader: Finder, id: string): Promise<KeptSummary | null> {
  return reader.find<KeptSummary>(summaries.name, id);
}

/** One compiled summary. NOT_FOUND when there is none of that id. */
export async function findSummary(reader: Finder, id: string): Promise<KeptSummary> {
  const found = await findSummaryIfAny(reader, id);
  if (found === null) throw refuse('NOT_FOUND', { what: 'summary' });
  return found;
}

/** A kept version's figures, without what is kept beside them. */
export function headOf(summary: KeptSummary): SummaryHead {
  const { id, version, compiledAt, policies: issued, services, exhibitions } = summary;
  const { headcount, estimated, withoutHeadcount, leftOut, checksum } = summary;
  return {
    id,
    version,
    compiledAt,
    policies: issued,
    services,
    exhibitions,
    headcount,
    estimated,
    withoutHeadcount,
    leftOut,
    checksum,
  };
}

function partId(summaryId: string, index: number): string {
  return `${summaryId}-${index}`;
}

/** Keeps the next part of a summary that is being compiled. */
export async function insertPart(
  transaction: Transaction,
  summaryId: string,
  index: number,
  part: SummaryPart,
): Promise<void> {
  const kept: KeptPart = { id: partId(summaryId, index), summaryId, ...part };
  await transaction.insert(summaryParts.name, kept);
}

/** Keeps a new version whose parts are there. */
export async function insertSummary(transaction: Transaction, summary: KeptSummary): Promise<void> {
  await transaction.insert(summaries.name, summary);
}

/** The rows of a compiled summary part by part, as they were when it was compiled. */
export async function* partsOf(
  reader: Finder,
  { id, parts }: Pick<KeptSummary, 'id' | 'parts'>,
): AsyncGenerator<SummaryPart> {
  for (let index = 0; index < parts; index += 1) {
    const part = await reader.find<KeptPart>(summaryParts.name, partId(id, index));
    if (part === null) throw new Error(`Part ${index} of summary ${id} is missing`);
    yield part;
  }
}

/** All rows of a compiled summary. */
export async function snapshotOf(reader: Finder, summary: KeptSummary): Promise<SummaryPart> {
  const all = emptyPart();
  for await (const part of partsOf(reader, summary)) addPart(all, part);
  return all;
}
