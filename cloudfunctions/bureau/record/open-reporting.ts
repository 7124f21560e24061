import { openReporting } from '#shared/contract/record/open-reporting';
import { onRead } from '../../entry/handler';
import { cityOf, reviewScopeOf } from '../../work/people/review-scope';
import { editionAsked } from '../../work/edition/asked-edition';
import { reportingOf } from '../../work/record/reporting';
import { unitsOf } from '../../store/unit/units';

export const openReportingHandler = onRead(
  openReporting,
  async ({ span, editionId }, { caller, database }) => {
    const edition = await editionAsked(caller, database, editionId);
    const own = cityOf(reviewScopeOf(caller));
    const [reporting, units] = await Promise.all([
      reportingOf(database, edition, span),
      unitsOf(database, own),
    ]);
    const cities = own === null ? edition.cities : [own];
    return {
      cities: cities.map((city) => ({ city, ...reporting.city(city) })),
      units: units.map(({ id, name, city }) => ({
        unitId: id,
        unitName: name,
        city,
        ...reporting.unit(id),
      })),
    };
  },
);
