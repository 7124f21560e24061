import { requireRevision } from '#shared/refusal/require-revision';
import { extendCityDeadline } from '#shared/contract/edition/extend-city-deadline';
import { wrongField } from '#shared/refusal/errors';
import { cityDeadlineOf, withExtension } from '#shared/week/city-deadline';
import { describeExtension } from '#shared/week/changed-dates';
import type { Edition } from '#shared/week/edition';
import { onWrite } from '../../entry/handler';
import { editionView, findEdition, replaceEdition, requireOpen } from '../../store/edition/editions';
import { tellEditionChanged } from '../../work/edition/tell-edition-changed';

export const extendCityDeadlineHandler = onWrite(
  extendCityDeadline,
  async ({ id, revision, ...extension }, { now, transaction }) => {
    const before = await findEdition(transaction, id);
    requireRevision(before, revision);
    requireOpen(before);
    const { city, day, reason } = extension;
    if (!before.cities.includes(city)) throw wrongField('city', 'not-a-choice');
    if (day <= before.cityDeadline) throw wrongField('day', 'not-after-city-deadline');
    if (day > before.provinceDeadline) throw wrongField('day', 'after-province-deadline');
    const edition: Edition = {
      ...before,
      cityExtensions: withExtension(before.cityExtensions, extension),
      revision: revision + 1,
      updatedAt: now,
    };
    await replaceEdition(transaction, edition);
    const note = describeExtension(cityDeadlineOf(before, city), day, reason);
    await tellEditionChanged(transaction, edition, { to: { city }, note, now });
    return { edition: await editionView(transaction, edition) };
  },
);
