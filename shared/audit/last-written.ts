import type { KeptChange } from './audit-chain';

type Link = Pick<KeptChange, 'from' | 'to'>;

/** How many times more a state was reached than left. */
function surplusOf(state: string | null, links: readonly Link[]): number {
  return links.filter(({ to }) => to === state).length - links.filter(({ from }) => from === state).length;
}

/**
 * Whether a document is as its changes leave it (与最后一条操作记录相符): `state` is its digest, null when it is not there. Told without
 * the order of the changes, which clocks that differ cannot give: each leads from one state to the next, so only the last is
 * reached once more than it is left. A way that ends where it began ends in nothing if it comes by there; else nothing tells the
 * states on it apart.
 */
export function isLastWritten(state: string | null, links: readonly Link[]): boolean {
  const surplus = surplusOf(state, links);
  if (surplus === 1) return true;
  const states = links.flatMap(({ from, to }) => [from, to]);
  if (!states.includes(state) || states.some((each) => surplusOf(each, links) !== 0)) return false;
  return state === null || !states.includes(null);
}
