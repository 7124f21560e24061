import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { actions } from '#shared/access/actions';
import type { AnyAction } from '#shared/contract/action';

const folder = join(process.cwd(), 'shared/contract');

function isAction(value: unknown): value is AnyAction {
  const { name, request, reply } = (value ?? {}) as Partial<AnyAction>;
  return (
    typeof name === 'string' && Object.hasOwn(actions, name) && request !== undefined && reply !== undefined
  );
}

/** Every action's contract, in the order of the table of actions. npm runs scripts and tests from the repository's root. */
export async function allContracts(): Promise<AnyAction[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const found: AnyAction[] = [];
  for (const file of files.filter((each) => each.endsWith('.ts'))) {
    const exported = (await import(join(folder, file))) as Record<string, unknown>;
    found.push(...Object.values(exported).filter(isAction));
  }
  const order = Object.keys(actions);
  return found.sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
}
