import type { ChainHead } from './audit-chain';
import { chainNamePattern } from './chain-name';

/** 64 bits: nobody makes another entry of the same digits. */
const keptDigits = 16;

const token = /^([0-9a-f](?:\.\d{1,2})?):(\d{1,9}):([0-9a-f]{16})$/;

/** An entry that was at a chain's end once: its place and the beginning of its hash. */
export interface SeenEntry {
  chain: string;
  number: number;
  hashBegins: string;
}

/** Whether a head has the shape that functions write: whoever has the database can put anything there. */
export function isHead({ chain, number, hash }: { chain: string; number: unknown; hash: unknown }): boolean {
  return (
    chainNamePattern.test(chain) &&
    Number.isInteger(number) &&
    Number(number) >= 1 &&
    Number(number) < 1e9 &&
    typeof hash === 'string' &&
    /^[0-9a-f]{64}$/.test(hash)
  );
}

/**
 * The ends of all chains in one line (链尾副本), to be kept outside the database.
 *
 * @example copyOfHeads([{ chain: '0', number: 12, hash: 'ab12…' }]) // '0:12:ab12…'
 */
export function copyOfHeads(heads: readonly ChainHead[]): string {
  return heads
    .filter(isHead)
    .map(({ chain, number, hash }) => `${chain}:${number}:${hash.slice(0, keptDigits)}`)
    .sort()
    .join(' ');
}

/** What a copy says; null when the text is none. */
export function readHeadsCopy(text: string): SeenEntry[] | null {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const found = words.flatMap((word) => {
    const [, chain, number, hashBegins] = token.exec(word) ?? [];
    if (chain === undefined || number === undefined || hashBegins === undefined) return [];
    return chainNamePattern.test(chain) ? [{ chain, number: Number(number), hashBegins }] : [];
  });
  return found.length === words.length ? found : null;
}
