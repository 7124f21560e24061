import type { ChainHead } from '#shared/audit/audit-chain';
import { copyOfHeads, isHead } from '#shared/audit/heads-copy';
import type { Finder, Reader } from '../../platform/database';
import type { Collection } from '../collection';

/** The last link of each chain: what the next entry takes up, and what shows that entries were cut off. */
export const auditHeads: Collection = { name: 'audit-heads', indexes: [], unaudited: 'copy' };

export interface KeptHead {
  /** The chain. */
  id: string;
  number: number;
  hash: string;
}

/** More chains than there ever are: one of each base, and one for each time that one was damaged. */
const mostHeads = 1000;

/** A chain's head; null while the chain is empty. */
export function findAuditHead(reader: Finder, chain: string): Promise<KeptHead | null> {
  return reader.find<KeptHead>(auditHeads.name, chain);
}

/** The heads of all chains, as far as they have the shape of one. */
export async function allAuditHeads(reader: Reader): Promise<ChainHead[]> {
  const found = await reader.list<KeptHead>(auditHeads.name, {
    where: {},
    limit: mostHeads,
    fields: ['number', 'hash'],
  });
  return found.map(({ id, number, hash }) => ({ chain: id, number, hash })).filter(isHead);
}

/** The ends of all chains in one line, to be kept where nobody with the database can change it (链尾副本). */
export async function auditHeadsCopy(reader: Reader): Promise<string> {
  return copyOfHeads(await allAuditHeads(reader));
}

/** Writes the ends of all chains to the function's log, when something leaves the house. */
export async function logAuditHeads(reader: Reader, occasion: string): Promise<void> {
  console.info(`Audit heads after ${occasion}: ${await auditHeadsCopy(reader)}`);
}
