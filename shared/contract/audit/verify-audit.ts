import { auditFault } from '../../audit/audit-fault';
import { chainNamePattern } from '../../audit/chain-name';
import { z } from '../../zod';
import { action } from '../action';

/** How far a verification has come: an entry of a chain, or a document of a collection. */
const cursor = z.union([
  z.strictObject({
    chain: z.string().regex(chainNamePattern),
    number: z.int().min(0),
    hash: z.string().max(64),
  }),
  z.strictObject({ collection: z.string().max(40), after: z.string().max(200) }),
]);
export type AuditCursor = z.infer<typeof cursor>;

/**
 * Verifies a stretch of the audit (核验操作记录): first the chains, that no entry is missing, changed, cut off or added; then the
 * documents, that each is as its last entry says. Called again with `next` until it is null.
 */
export const verifyAudit = action('verifyAudit', {
  request: z.strictObject({
    /** The `next` of the call before; null to begin. */
    from: cursor.nullable(),
    /** The ends of the chains as they were kept outside; compared by the first call. INVALID_INPUT when it is no such line. */
    copy: z.string().max(8000).nullable(),
  }),
  reply: z.object({
    /** What is wrong, at which entry or document, and in words. */
    faults: z.array(
      z.object({
        fault: auditFault,
        place: z.union([
          z.object({ chain: z.string(), number: z.int() }),
          z.object({ collection: z.string(), id: z.string() }),
        ]),
        words: z.string(),
      }),
    ),
    /** How many entries and documents this stretch looked at. */
    entries: z.int(),
    documents: z.int(),
    /** Documents of which the audit knows nothing: put there by no function, as the demo's are. */
    unknown: z.int(),
    next: cursor.nullable(),
  }),
});
