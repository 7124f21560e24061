import type { ChainHead } from '#shared/audit/audit-chain';
import { wordsOfFault } from '#shared/audit/audit-fault';
import { isFollowing } from '#shared/audit/chain-name';
import { withinReply } from '#shared/audit/within-reply';
import { readAudit } from '#shared/contract/audit/read-audit';
import { onRead } from '../../entry/handler';
import { latestEntries } from '../../store/audit/audit';
import { allAuditHeads } from '../../store/audit/audit-heads';

const pageSize = 20;

/** What the bureau has to know without asking: a chain that was begun since the one before it was damaged. */
function damageOf({ chain }: ChainHead): string[] {
  return isFollowing(chain) ? [wordsOfFault({ chain, number: 1, fault: 'restarted' })] : [];
}

export const readAuditHandler = onRead(readAudit, async ({ about, action, before }, { database }) => {
  const found = await latestEntries(database, { about, action, before, size: pageSize + 1 });
  const entries = withinReply(found.slice(0, pageSize));
  return {
    entries,
    next: found.length > entries.length ? (entries.at(-1)?.order ?? null) : null,
    damage: (await allAuditHeads(database)).flatMap(damageOf),
  };
});
