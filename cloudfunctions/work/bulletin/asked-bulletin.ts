import type { Day } from '#shared/ground/guangdong-time';
import { daysOf, type Edition } from '#shared/week/edition';
import { refuse } from '#shared/refusal/errors';
import type { Finder } from '../../platform/database';
import { currentEdition, editionTakingRecords } from '../../store/edition/editions';

/** Which bulletin it is about (哪一期). */
export interface BulletinOf {
  edition: Edition;
  day: Day;
}

interface Asked {
  day: Day;
}

/** The bulletin's edition and day; NOT_FOUND for a day that is none of the edition's: it has no bulletin. */
function ofEdition(edition: Edition, { day }: Asked): BulletinOf {
  if (!daysOf(edition).includes(day)) throw refuse('NOT_FOUND', { what: 'bulletin' });
  return { edition, day };
}

/** The bulletin that a request is about. */
export async function bulletinAsked(finder: Finder, asked: Asked): Promise<BulletinOf> {
  return ofEdition(await currentEdition(finder), asked);
}

/** The bulletin that a request is to change: its edition still takes records. */
export async function bulletinToChange(finder: Finder, asked: Asked): Promise<BulletinOf> {
  return ofEdition(await editionTakingRecords(finder), asked);
}
