/**
 * A page of what was found by asking for one more than it holds, and the cursor that leads to the next one; null at the end.
 *
 * @param cursorOf where one stands in the order that was asked for
 */
export function pageOf<Found, Cursor>(
  found: readonly Found[],
  size: number,
  cursorOf: (last: Found) => Cursor,
): { page: Found[]; next: Cursor | null } {
  const page = found.slice(0, size);
  const last = page.at(-1);
  return { page, next: found.length > size && last !== undefined ? cursorOf(last) : null };
}
