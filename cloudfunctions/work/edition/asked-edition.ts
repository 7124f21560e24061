import { refuse } from '#shared/refusal/errors';
import type { Edition } from '#shared/week/edition';
import type { Caller } from '../../entry/caller';
import type { Finder } from '../../platform/database';
import { findEdition, requireOpen } from '../../store/edition/editions';

/** Who asks: one that is being prepared is the bureau's alone. */
type Asker = Pick<Caller, 'memberships'>;

/** The edition a request is about, or the one that is on when it names none. NOT_FOUND when the caller sees none of that year. */
export async function editionAsked(asker: Asker, finder: Finder, id: string | null): Promise<Edition> {
  const edition = await findEdition(finder, id);
  if (edition.state === 'preparing' && !asker.memberships.some(({ role }) => role === 'bureau'))
    throw refuse('NOT_FOUND', { what: 'edition' });
  return edition;
}

/** The same for a change of what belongs to it. FROZEN while it is being prepared, and once it is closed. */
export async function editionToChange(asker: Asker, finder: Finder, id: string | null): Promise<Edition> {
  const edition = await editionAsked(asker, finder, id);
  requireOpen(edition);
  return edition;
}

/** The same once it has begun: there is something to look at. FROZEN while it is being prepared. */
export async function editionBegun(asker: Asker, finder: Finder, id: string | null): Promise<Edition> {
  const edition = await editionAsked(asker, finder, id);
  if (edition.state === 'preparing') throw refuse('FROZEN', { state: 'edition-preparing' });
  return edition;
}
