import { openSummary } from '#shared/contract/summary/open-summary';
import { scopeKeyOf } from '#shared/summary/summary-scope';
import { collectingWindow } from '#shared/week/bulletin-window';
import type { Edition } from '#shared/week/edition';
import type { City } from '#shared/ground/region';
import { onRead } from '../../entry/handler';
import { cityOf, reviewScopeOf } from '../../work/people/review-scope';
import type { Database } from '../../platform/database';
import { activitiesInState, countInState } from '../../store/record/activities';
import { entriesOfDay } from '../../store/bulletin/bulletin-entries';
import { headOf, latestSummary } from '../../store/summary/summaries';
import { editionAsked } from '../../work/edition/asked-edition';

/** Ten records with ten long hosts and 500 characters each would be more than one step of drawing should carry. */
const pageSize = 8;
const shownEntries = 20;

async function bulletinSoFar(database: Database, edition: Edition, city: City | null, now: number) {
  const collecting = collectingWindow(edition, now);
  if (collecting === null) return null;
  const { day, closesAt } = collecting;
  return {
    day,
    closesAt,
    ...(await entriesOfDay(database, { editionId: edition.id, day, city, size: shownEntries })),
  };
}

export const openSummaryHandler = onRead(
  openSummary,
  async ({ after, editionId }, { caller, now, database }) => {
    const edition = await editionAsked(caller, database, editionId);
    const scope = reviewScopeOf(caller);
    const city = cityOf(scope);
    const within = { editionId: edition.id, city };
    const [announced, reported, accepted, bulletin, page, latest] = await Promise.all([
      countInState(database, { ...within, state: 'announced' }),
      countInState(database, { ...within, state: 'reported' }),
      countInState(database, { ...within, state: 'accepted' }),
      bulletinSoFar(database, edition, city, now),
      activitiesInState(database, { ...within, state: 'reported', after, size: pageSize }),
      latestSummary(database, edition.id, scopeKeyOf(scope)),
    ]);
    return {
      edition,
      scope,
      counts: { announced, reported, accepted },
      bulletin,
      waiting: page.records,
      next: page.next,
      latest: latest === null ? null : headOf(latest),
    };
  },
);
