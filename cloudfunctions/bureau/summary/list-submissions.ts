import { listSubmissions } from '#shared/contract/summary/list-submissions';
import { cityDueAt, dueAt, submissionStandingOf } from '#shared/summary/submission';
import { onRead } from '../../entry/handler';
import { cityOf, reviewScopeOf } from '../../work/people/review-scope';
import { latestSubmission } from '../../store/summary/submissions';
import { editionAsked } from '../../work/edition/asked-edition';

export const listSubmissionsHandler = onRead(listSubmissions, async ({ editionId }, { caller, database }) => {
  const edition = await editionAsked(caller, database, editionId);
  const lineOf = async (scopeKey: string) => {
    const submission = await latestSubmission(database, edition.id, scopeKey);
    return { standing: submissionStandingOf(submission), submission };
  };
  const own = cityOf(reviewScopeOf(caller));
  const cities = own === null ? edition.cities : [own];
  const [province, ...lines] = await Promise.all(['province', ...cities].map(lineOf));
  if (province === undefined) throw new Error('The province has no line');
  return {
    cityDueAt: dueAt(edition, 'province'),
    provinceDueAt: dueAt(edition, 'ministry'),
    cities: cities.flatMap((city, index) => {
      const line = lines[index];
      if (line === undefined) return [];
      return [
        {
          city,
          dueAt: cityDueAt(edition, city),
          extension: edition.cityExtensions.find((each) => each.city === city)?.reason ?? '',
          reportsAlone: edition.reportsAlone.some((each) => each === city),
          ...line,
        },
      ];
    }),
    province,
  };
});
