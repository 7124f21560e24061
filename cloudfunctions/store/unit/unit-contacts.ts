import type { UnitContact } from '#shared/people/unit-contact';
import type { Finder, Transaction } from '../../platform/database';
import type { Collection } from '../collection';

/** A unit's contact as it is kept, under the unit's id: apart from the unit, which many may read. */
type KeptContact = UnitContact & { id: string; updatedAt: number };

export const unitContacts: Collection = {
  name: 'unit-contacts',
  indexes: [],
  unnamed: ['surname', 'post', 'phone'],
};

/** A unit's contact; null when it gave none. */
export function findUnitContact(finder: Finder, unitId: string): Promise<KeptContact | null> {
  return finder.find<KeptContact>(unitContacts.name, unitId);
}

export async function keepUnitContact(
  transaction: Transaction,
  unitId: string,
  { contact, now }: { contact: UnitContact; now: number },
): Promise<void> {
  const kept: KeptContact = { id: unitId, ...contact, updatedAt: now };
  await transaction.replace(unitContacts.name, kept);
}
