import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * An office file packed again so that the same content gives the same bytes: its time stamps are set to one that never
 * changes. Files in it can be rewritten on the way, by their paths.
 */
export function repackArchive(
  archive: Uint8Array,
  rewrite: Readonly<Record<string, (text: string) => string>> = {},
): Buffer {
  const files = unzipSync(archive);
  for (const [path, change] of Object.entries(rewrite)) {
    const content = files[path];
    if (content === undefined) throw new Error(`The archive has no ${path}`);
    files[path] = strToU8(change(strFromU8(content)));
  }
  return Buffer.from(zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 }));
}
