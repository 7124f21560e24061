import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyAction } from '#shared/contract/action';
import { rights } from '#shared/access/rights';

function isAction(value: unknown): value is AnyAction {
  const { name, request, reply } = (value ?? {}) as Partial<AnyAction>;
  return (
    typeof name === 'string' && Object.hasOwn(rights, name) && request !== undefined && reply !== undefined
  );
}

/** Every action's contract, in the order of the table of rights. npm runs scripts and tests from the repository's root. */
export async function allContracts(): Promise<AnyAction[]> {
  const files = readdirSync(join(process.cwd(), 'shared/contract')).map((file) => file.replace(/\.ts$/, ''));
  const found: AnyAction[] = [];
  for (const file of files) {
    const exported = (await import(`../../shared/contract/${file}`)) as Record<string, unknown>;
    found.push(...Object.values(exported).filter(isAction));
  }
  const order = Object.keys(rights);
  return found.sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
}
