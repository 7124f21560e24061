import { verifyAudit, type AuditCursor } from '#shared/contract/audit/verify-audit';
import type { z } from '#shared/zod';
import { get } from './running-cloud';

type Verified = z.output<typeof verifyAudit.reply>;

/** What is wrong with the audit, in words and each once, read to the end as the bureau's staff read it. */
export async function everyFault(copy: string | null = null): Promise<string[]> {
  const words = new Set<string>();
  for (let from: AuditCursor | null = null; ;) {
    const verified: Verified = await get('bureau', verifyAudit, { from, copy });
    for (const fault of verified.faults) words.add(fault.words);
    if (verified.next === null) return [...words];
    from = verified.next;
  }
}
