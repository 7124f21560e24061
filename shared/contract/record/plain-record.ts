import type { ActionName } from '../../access/actions';
import { line } from '../../ground/typed-text';
import type { PlainKind } from '../../record/plain-kind';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';

/**
 * Hands in a record of a plain kind, or changes one (填报、修改). Once it is accepted a change needs a reason and is counted.
 * Refuses with INVALID_INPUT, CONFLICT, FROZEN when it is withdrawn, FORBIDDEN for another unit's, CONTENT_REJECTED.
 */
export function savingOf<Name extends ActionName, Kind extends PlainKind>(name: Name, kind: Kind) {
  return action(name, {
    request: z.strictObject({
      /** Null for a new one; else the record and the revision that was opened. */
      change: z.strictObject({ id: recordId, revision: z.int().min(1) }).nullable(),
      draft: kind.draft as Kind['draft'],
      reason: line.max(100).default(''),
    }),
    reply: z.object({ record: kind.kept as Kind['kept'] }),
  });
}

/** The public's list of what is accepted of a kind, the latest first, a page at a time; all of it where a filter is null. */
export function listingOf<Name extends ActionName, Kind extends PlainKind>(name: Name, kind: Kind) {
  return action(name, {
    request: z.strictObject({ ...(kind.filters as Kind['filters']), after: z.string().max(80).nullable() }),
    reply: z.object({ records: z.array(kind.card as Kind['card']), next: z.string().nullable() }),
  });
}

/** One record of a kind as the public reads it. NOT_FOUND when it is not, or no longer, for the public. */
export function readingOf<Name extends ActionName, Kind extends PlainKind>(name: Name, kind: Kind) {
  return action(name, {
    request: z.strictObject({ id: recordId }),
    reply: z.object({ record: kind.detail as Kind['detail'] }),
  });
}
