import { unzipSync, zipSync } from 'fflate';

/** The same content gives the same bytes: the archive's time stamps are set to one that never changes. */
export function withoutTimeStamps(archive: Uint8Array): Buffer {
  return Buffer.from(zipSync(unzipSync(archive), { mtime: new Date(1980, 0, 1), level: 6 }));
}
