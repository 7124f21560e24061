function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => canonical(each) ?? null);
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, each]) => [key, canonical(each)]),
  );
}

/** JSON with keys in order and without what a database drops, so that a document kept and read back gives the same text. */
export function canonicalText(value: object): string {
  return JSON.stringify(canonical(value));
}
