import { changeEdition } from '#shared/contract/edition/change-edition';
import { fieldsOf, keptEdition } from '#shared/week/edition';
import { get, keptAs } from './running-cloud';

/** The bureau asks for a nil report by the day from now on, or does no more. */
export async function switchDailyNil(on: boolean): Promise<void> {
  const { _id, ...fields } = await keptAs('editions', '2018');
  const edition = keptEdition.parse({ id: _id, ...fields });
  const dailyNil = { on, reason: on ? '组委会要求按日报送' : '' };
  await get('bureau', changeEdition, {
    id: edition.id,
    revision: edition.revision,
    fields: { ...fieldsOf(edition), dailyNil },
  });
}
