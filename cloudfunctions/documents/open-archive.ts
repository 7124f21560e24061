import { Unzip, UnzipInflate } from 'fflate';

/** What an office file may hold when it is unpacked: more is an archive made to fill the memory. */
const mostBytes = 24 * 1024 * 1024;
const mostEntries = 200;
/** So little at a time that what it unpacks to, a thousandfold at most, fits the memory. */
const chunkBytes = 8 * 1024;

/** What every whole archive ends with, before a comment of at most 64 KB: without it the file was cut off. */
const ending = Buffer.from('PK\u0005\u0006', 'latin1');
const longestEnding = 22 + 0xffff;

/** The file is no archive, is damaged, or unpacks to more than a file of its kind holds. */
export class UnreadableArchive extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'UnreadableArchive';
  }
}

/**
 * Unpacks the wanted entries of an archive a person sent. It is unpacked bit by bit and given up as soon as it grows too
 * large, whatever sizes it states.
 */
export function openArchive(
  content: Uint8Array,
  isWanted: (name: string) => boolean,
): Map<string, Uint8Array> {
  if (!Buffer.from(content.subarray(-longestEnding)).includes(ending))
    throw new UnreadableArchive('The archive is cut off, or is none');
  const parts = new Map<string, Uint8Array[]>();
  let bytes = 0;
  let entries = 0;
  const failures: Error[] = [];
  const giveUp = (reason: string, cause?: unknown) => {
    failures.push(new UnreadableArchive(reason, { cause }));
  };

  const unzip = new Unzip((file) => {
    entries += 1;
    if (entries > mostEntries) giveUp('The archive has too many entries');
    if (failures.length > 0 || !isWanted(file.name)) return;
    const chunks: Uint8Array[] = [];
    parts.set(file.name, chunks);
    file.ondata = (error, chunk) => {
      // The types say it is always there; it is null when all is well.
      if ((error as Error | null) !== null) {
        giveUp('An entry of the archive is damaged', error);
        return;
      }
      bytes += chunk.length;
      if (bytes > mostBytes) giveUp('The archive unpacks to too much');
      else chunks.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);

  try {
    for (let from = 0; from < content.length && failures.length === 0; from += chunkBytes) {
      const to = from + chunkBytes;
      unzip.push(content.subarray(from, to), to >= content.length);
    }
  } catch (error) {
    giveUp('The archive is damaged', error);
  }
  const [first] = failures;
  if (first !== undefined) throw first;
  if (parts.size === 0) throw new UnreadableArchive('The archive has nothing of what is wanted');
  return new Map([...parts].map(([name, chunks]) => [name, new Uint8Array(Buffer.concat(chunks))]));
}
