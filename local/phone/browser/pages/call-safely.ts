/** Calls a handler of the mini-program; what it throws is reported and does not stop the phone. */
export function callSafely(owner: object, name: string, ...args: unknown[]): unknown {
  const handler = (owner as Record<string, unknown>)[name];
  if (typeof handler !== 'function') return undefined;
  try {
    const result: unknown = (handler as (...given: unknown[]) => unknown).apply(owner, args);
    return result;
  } catch (error) {
    reportError(error);
    return undefined;
  }
}
