import { openLogForm } from '#shared/contract/record/open-log-form';
import { onRead } from '../../entry/handler';
import { findActivity } from '../../store/record/activities';
import { exceptionsOfUnit } from '../../store/bulletin/bulletin-exceptions';
import { editionAsked } from '../../work/edition/asked-edition';

export const openLogFormHandler = onRead(
  openLogForm,
  async ({ id, editionId }, { caller, now, database }) => {
    const { unitId, unitName, city } = caller.acting();
    const activity = id === null ? null : await findActivity(database, id);
    if (activity !== null) caller.require(activity);
    const edition = await editionAsked(caller, database, activity?.editionId ?? editionId);
    const of = { editionId: edition.id, unitId: activity?.unitId ?? unitId };
    const leaves = (await exceptionsOfUnit(database, of)).filter(({ until }) => now < until);
    return { unit: { id: unitId, name: unitName, city }, edition, activity, leaves };
  },
);
