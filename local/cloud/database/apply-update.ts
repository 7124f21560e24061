import { writeFailure } from '../cloud-error';
import { cloneValue, freezeDeeply, isPlainObject, type StoredDocument } from './document';
import { updateOperators } from './update-operators';
import { resolvePosition, targetAt } from './update-path';

/**
 * The document that update operators make of another one.
 * `query` is what selected it; the positional `$` refers to that.
 */
export function applyUpdate(
  document: StoredDocument,
  update: Record<string, unknown>,
  query: Record<string, unknown>,
): StoredDocument {
  const changed: Record<string, unknown> & { _id: unknown } = cloneValue(document);
  const touched: string[] = [];
  for (const [name, fields] of Object.entries(update)) {
    const operator = updateOperators[name];
    if (!operator || !isPlainObject(fields)) throw writeFailure(`Unknown modifier: ${name}`);
    for (const [field, argument] of Object.entries(fields)) {
      const path = resolvePosition(field, document, query);
      touch(touched, path);
      if (name === '$rename' && typeof argument === 'string') touch(touched, argument);
      const target = targetAt(changed, path, operator.creates);
      if (target) operator.apply(target, cloneValue(argument), { document: changed, path });
    }
  }
  return freezeDeeply(changed);
}

/** Two operators on the same field, or on a field and its parent, are refused; so is any change of the id. */
function touch(touched: string[], path: string): void {
  if (path === '_id' || path.startsWith('_id.')) {
    throw writeFailure(`Performing an update on the path '${path}' would modify the immutable field '_id'`);
  }
  const other = touched.find(
    (each) => each === path || each.startsWith(`${path}.`) || path.startsWith(`${each}.`),
  );
  if (other !== undefined)
    throw writeFailure(`Updating the path '${path}' would create a conflict at '${other}'`);
  touched.push(path);
}
