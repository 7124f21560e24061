import { openLogForm } from '#shared/contract/record/open-log-form';
import { onRead } from '../../entry/handler';
import { findActivity } from '../../store/record/activities';
import { exceptionsOfUnit } from '../../store/bulletin/bulletin-exceptions';
import { editionAsked } from '../../work/edition/asked-edition';
import { handingIn, requireHand } from '../../work/record/act-for-unit';

export const openLogFormHandler = onRead(
  openLogForm,
  async ({ id, editionId, forUnitId }, { caller, now, database }) => {
    const activity = id === null ? null : await findActivity(database, id);
    if (activity !== null) await requireHand(database, caller, activity);
    const edition = await editionAsked(caller, database, activity?.editionId ?? editionId);
    const { unitId, unitName, unitCity } =
      activity ?? (await handingIn(database, caller, { forUnitId, now }));
    const of = { editionId: edition.id, unitId };
    const leaves = (await exceptionsOfUnit(database, of)).filter(({ until }) => now < until);
    return { unit: { id: unitId, name: unitName, city: unitCity }, edition, activity, leaves };
  },
);
