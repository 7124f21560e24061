/** How many chains the entries are spread over, so that few writes wait for each other. */
const bases: readonly string[] = Array.from({ length: 16 }, (_each, index) => index.toString(16));

/** How many chains may follow each other where each was damaged in turn. */
export const mostGenerations = 99;

/** A chain's name: its base, a hexadecimal digit, and from the second on the how manieth it is, such as `7.2` after `7` was damaged. */
export const chainNamePattern = /^[0-9a-f](\.([2-9]|[1-9][0-9]))?$/;

/** The first of the chains. */
export const firstChain = '0';

/** The chain of a base that is the `generation`-th, from 1. */
export function chainName(base: string, generation: number): string {
  return generation === 1 ? base : `${base}.${generation}`;
}

/** The chain that takes a chain's place when it is damaged; null after the last that may. */
export function followingChain(chain: string): string | null {
  const [base = '', generation = '1'] = chain.split('.');
  return Number(generation) < mostGenerations ? chainName(base, Number(generation) + 1) : null;
}

/** Whether a chain took the place of one that was damaged. */
export function isFollowing(chain: string): boolean {
  return chain.includes('.');
}

/** The base after a chain's own; null after the last. */
export function nextBase(chain: string): string | null {
  return bases[bases.indexOf(chain.slice(0, 1)) + 1] ?? null;
}
