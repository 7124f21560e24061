import { openLogForm } from '#shared/contract/record/open-log-form';
import { onRead } from '../../entry/handler';
import { findActivity } from '../../store/record/activities';
import { exceptionsOfUnit } from '../../store/bulletin/bulletin-exceptions';
import { currentEdition } from '../../store/edition/editions';

export const openLogFormHandler = onRead(openLogForm, async ({ id }, { caller, now, database }) => {
  const edition = await currentEdition(database);
  const { unitId, unitName, city } = caller.acting();
  const activity = id === null ? null : await findActivity(database, id);
  if (activity !== null) caller.require(activity);
  const of = { editionId: edition.id, unitId: activity?.unitId ?? unitId };
  const leaves = (await exceptionsOfUnit(database, of)).filter(({ until }) => now < until);
  return { unit: { id: unitId, name: unitName, city }, edition, activity, leaves };
});
