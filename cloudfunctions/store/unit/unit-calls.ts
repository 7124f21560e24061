import type { CallAnswer } from '#shared/people/unit-contact';
import type { Author } from '#shared/record/record';
import type { Finder, Transaction } from '../../platform/database';
import { idFrom } from '../../platform/digest';
import type { Collection } from '../collection';

/** The last call to a unit in an edition (已电话联系). */
export interface UnitCall {
  /** Follows from the edition and the unit. */
  id: string;
  editionId: string;
  unitId: string;
  at: number;
  by: Author;
  answer: CallAnswer;
  /** The request that noted it: sent again, it notes nothing. */
  request: string;
}

export const unitCalls: Collection = { name: 'unit-calls', indexes: [] };

export function unitCallId({ editionId, unitId }: Pick<UnitCall, 'editionId' | 'unitId'>): string {
  return idFrom(`call ${editionId} ${unitId}`);
}

/** The last call to a unit; null when there was none. */
export function findUnitCall(
  finder: Finder,
  of: Pick<UnitCall, 'editionId' | 'unitId'>,
): Promise<UnitCall | null> {
  return finder.find<UnitCall>(unitCalls.name, unitCallId(of));
}

export async function keepUnitCall(transaction: Transaction, call: UnitCall): Promise<void> {
  await transaction.replace(unitCalls.name, call);
}
