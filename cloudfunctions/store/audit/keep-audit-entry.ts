import {
  auditEntryId,
  chainEntry,
  type AuditEntry,
  type DocumentChange,
  type ChainEnd,
  type ChainHead,
} from '#shared/audit/audit-chain';
import { chainName, mostGenerations } from '#shared/audit/chain-name';
import { isHead } from '#shared/audit/heads-copy';
import { keptChangesOf } from '#shared/audit/kept-changes';
import { auditDigest } from '../../platform/audit-key';
import { LostRace, openDatabase, type Finder, type Transaction } from '../../platform/database';
import { digestOf } from '../../platform/digest';
import { audit } from './audit';
import { auditHeads, findAuditHead, type KeptHead } from './audit-heads';

type Unkept = Pick<AuditEntry, 'key' | 'at' | 'action' | 'openid' | 'unitId' | 'role' | 'seen'> & {
  changes: readonly DocumentChange[];
};

function findEntry(finder: Finder, chain: string, number: number): Promise<AuditEntry | null> {
  return finder.find<AuditEntry>(audit.name, auditEntryId(chain, number));
}

/** Whether the next entry can follow on a head: its own entry is there, and none beyond it. */
async function isWhole(finder: Finder, chain: string, head: KeptHead | null): Promise<boolean> {
  if (head === null) return (await findEntry(finder, chain, 1)) === null;
  const { number, hash } = head;
  if (!isHead({ chain, number, hash })) return false;
  if ((await findEntry(finder, chain, number))?.hash !== hash) return false;
  return (await findEntry(finder, chain, number + 1)) === null;
}

/** What looks damaged within a transaction may be another's entry that has just been kept: then the work begins again. */
async function requireDamage(chain: string): Promise<void> {
  const database = openDatabase();
  const before = await findAuditHead(database, chain);
  const whole = await isWhole(database, chain, before);
  const after = await findAuditHead(database, chain);
  if (whole || before?.number !== after?.number) throw new LostRace(`The audit's chain ${chain}`);
}

function lastLinkOf(chain: string, head: KeptHead | null): ChainHead {
  const link = { chain, number: head?.number ?? 0, hash: head?.hash ?? '' };
  return isHead(link) ? link : { chain, number: 0, hash: '' };
}

/** The chain of a base that can be written on. A damaged one stays as it is, and the one after it names it. */
async function openEnd(transaction: Transaction, base: string): Promise<ChainEnd> {
  let follows: ChainHead | null = null;
  for (let generation = 1; generation <= mostGenerations; generation += 1) {
    const chain = chainName(base, generation);
    const head = await findAuditHead(transaction, chain);
    if (await isWhole(transaction, chain, head)) return { chain, head, follows };
    await requireDamage(chain);
    follows = lastLinkOf(chain, head);
  }
  throw new Error(`The audit has no whole chain of ${base}`);
}

/**
 * Adds an entry to one of the chains (操作记录): the chain follows from the entry's key, so that few writes wait for each other.
 *
 * @param unnamedIn - the fields of a collection that name the public.
 */
export async function keepAuditEntry(
  transaction: Transaction,
  what: Unkept,
  unnamedIn: (collection: string) => readonly string[],
): Promise<void> {
  const { keyNumber, digest } = auditDigest();
  const end = await openEnd(transaction, digestOf(what.key).slice(0, 1));
  if (end.head === null && end.follows !== null)
    console.error(`The audit's chain ${end.follows.chain} is damaged; entries go on in ${end.chain}.`);
  const changes = keptChangesOf(what.changes, unnamedIn, digestOf);
  const entry = chainEntry(
    { ...what, keyNumber, changedIds: changes.map(({ id }) => id), changes },
    end,
    digest,
  );
  await transaction.insert(audit.name, entry);
  const next: KeptHead = { id: entry.chain, number: entry.number, hash: entry.hash };
  await transaction.replace(auditHeads.name, next);
}
