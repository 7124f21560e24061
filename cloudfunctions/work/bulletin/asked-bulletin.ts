import type { Day } from '#shared/ground/guangdong-time';
import { daysOf, type Edition } from '#shared/week/edition';
import { refuse } from '#shared/refusal/errors';
import type { Finder } from '../../platform/database';
import type { Caller } from '../../entry/caller';
import { editionAsked, editionToChange } from '../edition/asked-edition';

/** Which bulletin it is about (哪一期). */
export interface BulletinOf {
  edition: Edition;
  day: Day;
}

interface Asked {
  editionId: string | null;
  day: Day;
}

/** The bulletin's edition and day; NOT_FOUND for a day that is none of the edition's: it has no bulletin. */
function ofEdition(edition: Edition, { day }: Asked): BulletinOf {
  if (!daysOf(edition).includes(day)) throw refuse('NOT_FOUND', { what: 'bulletin' });
  return { edition, day };
}

/** The bulletin that a request is about. */
export async function bulletinAsked(caller: Caller, finder: Finder, asked: Asked): Promise<BulletinOf> {
  return ofEdition(await editionAsked(caller, finder, asked.editionId), asked);
}

/** The bulletin that a request is to change: its edition still takes records. */
export async function bulletinToChange(caller: Caller, finder: Finder, asked: Asked): Promise<BulletinOf> {
  return ofEdition(await editionToChange(caller, finder, asked.editionId), asked);
}
