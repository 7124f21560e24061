import { saveUnitContact } from '#shared/contract/unit/save-unit-contact';
import { onWrite } from '../../entry/handler';
import { keepUnitContact } from '../../store/unit/unit-contacts';
import { findActiveUnit } from '../../store/unit/units';

export const saveUnitContactHandler = onWrite(
  saveUnitContact,
  async ({ unitId, contact }, { caller, now, transaction }) => {
    const { city } = await findActiveUnit(transaction, unitId);
    caller.require({ unitId, unitCity: city });
    await keepUnitContact(transaction, unitId, { contact, now });
    return { unitId };
  },
);
