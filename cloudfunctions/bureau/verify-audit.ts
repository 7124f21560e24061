import { chainStart, verifyEnd, verifyEntries } from '#shared/audit/verify-chain';
import { verifyAudit } from '#shared/contract/verify-audit';
import { onRead } from '../entry/handler';
import { digestOf } from '../platform/digest';
import { entriesAfter, findAuditHead } from '../store/audit';

/** An entry holds records before and after; so many stay under the platform's 1 MB a read. */
const readAtOnce = 30;

export const verifyAuditHandler = onRead(verifyAudit, async ({ chain, from }, { database }) => {
  const start = from ?? chainStart;
  // The head first: what is written while the entries are read is verified the next time.
  const head = await findAuditHead(database, chain);
  const entries = (await entriesAfter(database, chain, start.number, readAtOnce)).filter(
    ({ number }) => number <= (head?.number ?? 0),
  );
  const { position, fault } = verifyEntries(entries, start, digestOf);
  const isDone = fault !== null || entries.length < readAtOnce;
  return { position, isDone, fault: fault ?? (isDone ? verifyEnd(position, head) : null) };
});
