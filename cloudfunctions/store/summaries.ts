import type { SummaryHead, SummaryScope } from '#shared/contract/open-summary';
import { refuse } from '#shared/contract/errors';
import type { SummaryTables } from '#shared/summary/compile-summary';
import type { Reader, Transaction } from '../platform/database';
import { uniqueIndexOn, type Collection } from './collection';

/** A compiled summary (汇总版本): its figures here, its rows in parts, so that no document outgrows the platform's limit. */
export type KeptSummary = SummaryHead & {
  editionId: string;
  /** `province`, or the city's name: what versions count within. */
  scopeKey: string;
  scope: SummaryScope;
  compiledBy: string;
  parts: number;
};

interface SummaryPart {
  id: string;
  summaryId: string;
  tables: SummaryTables;
}

export const summaries: Collection = {
  name: 'summaries',
  indexes: [uniqueIndexOn('editionId', 'scopeKey', 'version')],
};
export const summaryParts: Collection = { name: 'summary-parts', indexes: [], unaudited: 'copy' };

/**
 * Of each table. A row with every field at its longest takes 6.5 KB (thirty hosts of fifty characters are most of it), so that
 * three tables' rows stay under the platform's 1 MB a request.
 */
const rowsInAPart = 40;

/** What versions of a scope count within. */
export function scopeKeyOf(scope: SummaryScope): string {
  return scope.kind === 'city' ? scope.city : 'province';
}

/** The latest version compiled for a scope; null before the first. */
export async function latestSummary(
  reader: Reader,
  editionId: string,
  scope: SummaryScope,
): Promise<KeptSummary | null> {
  const [latest] = await reader.list<KeptSummary>(summaries.name, {
    where: { editionId, scopeKey: scopeKeyOf(scope) },
    orderBy: ['version', 'desc'],
    limit: 1,
  });
  return latest ?? null;
}

/** One compiled summary. NOT_FOUND when there is none of that id. */
export async function findSummary(reader: Reader, id: string): Promise<KeptSummary> {
  const found = await reader.find<KeptSummary>(summaries.name, id);
  if (found === null) throw refuse('NOT_FOUND', { what: 'summary' });
  return found;
}

function partId(summaryId: string, index: number): string {
  return `${summaryId}-${index}`;
}

function toParts(tables: SummaryTables): SummaryTables[] {
  const parts: SummaryTables[] = [];
  const longest = Math.max(tables.policies.length, tables.services.length, tables.exhibitions.length);
  for (let from = 0; from < longest; from += rowsInAPart) {
    const to = from + rowsInAPart;
    parts.push({
      policies: tables.policies.slice(from, to),
      services: tables.services.slice(from, to),
      exhibitions: tables.exhibitions.slice(from, to),
    });
  }
  return parts;
}

/** Keeps a new version with its rows. */
export async function insertSummary(
  transaction: Transaction,
  summary: Omit<KeptSummary, 'parts'>,
  tables: SummaryTables,
): Promise<void> {
  const parts = toParts(tables);
  await transaction.insert(summaries.name, { ...summary, parts: parts.length } as KeptSummary);
  for (const [index, part] of parts.entries()) {
    const document: SummaryPart = { id: partId(summary.id, index), summaryId: summary.id, tables: part };
    await transaction.insert(summaryParts.name, document);
  }
}

/** The rows of a compiled summary, as they were when it was compiled. */
export async function tablesOf(reader: Reader, { id, parts }: KeptSummary): Promise<SummaryTables> {
  const tables: SummaryTables = { policies: [], services: [], exhibitions: [] };
  for (let index = 0; index < parts; index += 1) {
    const part = await reader.find<SummaryPart>(summaryParts.name, partId(id, index));
    if (part === null) throw new Error(`Part ${index} of summary ${id} is missing`);
    tables.policies.push(...part.tables.policies);
    tables.services.push(...part.tables.services);
    tables.exhibitions.push(...part.tables.exhibitions);
  }
  return tables;
}
