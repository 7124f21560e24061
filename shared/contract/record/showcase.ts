import { showcaseKind } from '../../record/showcase';
import { listingOf, readingOf, savingOf } from './plain-record';

/** Hands in a showcase, or changes one (填报、修改典型). */
export const saveShowcase = savingOf('saveShowcase', showcaseKind);

/** The public's list of showcases. */
export const listShowcases = listingOf('listShowcases', showcaseKind);

/** One showcase as the public reads it. */
export const readShowcase = readingOf('readShowcase', showcaseKind);
