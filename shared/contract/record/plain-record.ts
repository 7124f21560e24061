import { askedEdition } from '../../week/edition';
import type { ActionName } from '../../access/actions';
import { line } from '../../ground/typed-text';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';

/**
 * Hands in a record of a plain kind, or changes one (填报、修改). Once it is accepted a change needs a reason and is counted.
 * Refuses with INVALID_INPUT, CONFLICT, FROZEN when it is withdrawn, FORBIDDEN for another unit's, CONTENT_REJECTED.
 */
export function savingOf<Name extends ActionName, Draft extends z.ZodObject, Kept extends z.ZodObject>(
  name: Name,
  { draft, kept }: { draft: Draft; kept: Kept },
) {
  return action(name, {
    request: z.strictObject({
      /** The unit that a reviewer enters a new one for (代报); null for the own. */
      forUnitId: recordId.nullable().default(null),
      /** Null for a new one; else the record and the revision that was opened. */
      change: z.strictObject({ id: recordId, revision: z.int().min(1) }).nullable(),
      /** For a new one: a change is of the record's own edition. */
      editionId: askedEdition,
      draft,
      reason: line.max(100).default(''),
    }),
    reply: z.object({ record: kept }),
  });
}

/** The public's list of what is accepted of a kind, the latest first, a page at a time; all of it where a filter is null. */
export function listingOf<Name extends ActionName, Filters extends z.ZodRawShape, Card extends z.ZodObject>(
  name: Name,
  { filters, card }: { filters: Filters; card: Card },
) {
  return action(name, {
    request: z.strictObject({ ...filters, editionId: askedEdition, after: z.string().max(80).nullable() }),
    reply: z.object({ records: z.array(card), next: z.string().nullable() }),
  });
}

/** One record of a kind as the public reads it. NOT_FOUND when it is not, or no longer, for the public. */
export function readingOf<Name extends ActionName, Detail extends z.ZodObject>(
  name: Name,
  { detail }: { detail: Detail },
) {
  return action(name, {
    request: z.strictObject({ id: recordId }),
    reply: z.object({ record: detail }),
  });
}
