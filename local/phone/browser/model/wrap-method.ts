type Method = (...args: never[]) => unknown;

/** Replaces a method of a class; the replacement is handed the object and the original, ready to be called. */
export function wrapMethod(
  prototype: object,
  name: string,
  replacement: (self: never, original: (...args: unknown[]) => unknown, ...args: never[]) => unknown,
): void {
  const method = Reflect.get(prototype, name) as Method;
  Reflect.set(prototype, name, function wrapped(this: never, ...args: never[]) {
    return replacement(this, (...given) => Reflect.apply(method, this, given) as unknown, ...args);
  });
}
