import type { Jurisdiction } from '#shared/ground/region';
import type { FindingKey } from '#shared/summary/finding';
import type { Reader, Transaction } from '../../platform/database';
import { idFrom } from '../../platform/digest';
import { indexOn, type Collection } from '../collection';

/** A finding that somebody stands by (据实说明): of a record in a revision, or of a unit. An empty note was taken back. */
export interface Statement {
  id: string;
  editionId: string;
  unitId: string;
  unitName: string;
  unitCity: Jurisdiction;
  finding: FindingKey;
  /** What the record or unit is called. */
  name: string;
  revision: number | null;
  note: string;
  at: number;
  by: string;
}

export const summaryStatements: Collection = {
  name: 'summary-statements',
  indexes: [
    indexOn('editionId', '_id'),
    indexOn('editionId', 'unitCity', '_id'),
    indexOn('editionId', 'unitId', '_id'),
  ],
};

/** The id of the one statement there may be of a finding. */
export function statementId(editionId: string, { kind, what, id, field }: FindingKey): string {
  return idFrom(JSON.stringify([editionId, kind, what, id, field]));
}

/** The platform's most values of one condition. */
const mostAtOnce = 100;

/** The statements of some findings, by their id. */
export async function statementsOf(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Statement>> {
  const found = new Map<string, Statement>();
  for (let from = 0; from < ids.length; from += mostAtOnce) {
    const some = await reader.list<Statement>(summaryStatements.name, {
      where: { id: { oneOf: ids.slice(from, from + mostAtOnce) } },
      limit: mostAtOnce,
    });
    for (const each of some) found.set(each.id, each);
  }
  return found;
}

/** Keeps a statement in place of an earlier one of the same finding. */
export async function keepStatement(transaction: Transaction, statement: Statement): Promise<void> {
  await transaction.replace(summaryStatements.name, statement);
}
