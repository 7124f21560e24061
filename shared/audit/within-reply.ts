/** Characters of a page written as JSON: as Chinese they are at most three times as many bytes, under the platform's 100 KB a reply. */
const longestPage = 30_000;

/** As many of the first entries as one reply takes, and at least one. */
export function withinReply<Entry extends object>(entries: readonly Entry[]): Entry[] {
  let length = 0;
  const first = entries.findIndex((entry, index) => {
    length += JSON.stringify(entry).length;
    return index > 0 && length > longestPage;
  });
  return first === -1 ? [...entries] : entries.slice(0, first);
}
