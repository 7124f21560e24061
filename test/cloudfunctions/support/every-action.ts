import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyAction } from '#shared/contract/action';
import { actions, type ActionName } from '#shared/access/actions';

const folder = join(process.cwd(), 'shared/contract');

function isAction(value: unknown): value is AnyAction {
  return typeof value === 'object' && value !== null && 'request' in value && 'writes' in value;
}

/** The contracts of all actions, found in the folder where they lie. */
export const everyAction: readonly AnyAction[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    Object.values(jest.requireActual<Record<string, unknown>>(join(folder, file))).filter(isAction),
  )
  .sort((one, other) => (one.name < other.name ? -1 : 1));

/** The names in the table of actions, in its order. */
export const everyName = Object.keys(actions) as ActionName[];
