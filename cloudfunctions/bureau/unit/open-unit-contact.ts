import { openUnitContact } from '#shared/contract/unit/open-unit-contact';
import { onRead } from '../../entry/handler';
import { editionAsked } from '../../work/edition/asked-edition';
import { findUnitCall } from '../../store/unit/unit-calls';
import { findUnitContact } from '../../store/unit/unit-contacts';
import { findUnit } from '../../store/unit/units';

export const openUnitContactHandler = onRead(
  openUnitContact,
  async ({ unitId, editionId }, { caller, database }) => {
    const { city } = await findUnit(database, unitId);
    caller.require({ unitId, unitCity: city });
    const edition = await editionAsked(caller, database, editionId);
    const [contact, call] = await Promise.all([
      findUnitContact(database, unitId),
      findUnitCall(database, { editionId: edition.id, unitId }),
    ]);
    return { contact, call };
  },
);
