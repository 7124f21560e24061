import { cloud } from './cloud';

/** Keeps bytes under a path in cloud storage, replacing what was there; the file's id. */
export async function keepFile(path: string, content: Buffer): Promise<string> {
  const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: content });
  return fileID;
}

/** Addresses at which files can be fetched for some minutes, by whoever has them; in the order of the files, at most fifty. */
export async function temporaryAddressesOf(fileIDs: readonly string[]): Promise<string[]> {
  if (fileIDs.length === 0) return [];
  const { fileList } = await cloud.getTempFileURL({ fileList: [...fileIDs] });
  return fileIDs.map((fileID, index) => {
    const address = fileList[index]?.tempFileURL;
    if (address === undefined || address === '') throw new Error(`No address for file ${fileID}`);
    return address;
  });
}

/** An address at which a file can be fetched for some minutes, by whoever has it. */
export async function temporaryAddressOf(fileID: string): Promise<string> {
  const [address] = await temporaryAddressesOf([fileID]);
  if (address === undefined) throw new Error(`No address for file ${fileID}`);
  return address;
}

/** What was found under a file's id: its bytes, that there is nothing, or that there are more than wanted. */
export type FetchedFile =
  { result: 'fetched'; bytes: Buffer } | { result: 'missing' } | { result: 'too-large' };

/** The path of a file in cloud storage, by its id; null when it is no such id. */
export function pathOf(fileID: string): string | null {
  return /^cloud:\/\/[^/]+\/(.+)$/.exec(fileID)?.[1] ?? null;
}

async function addressIfAny(fileID: string): Promise<string | null> {
  const { fileList } = await cloud.getTempFileURL({ fileList: [fileID] });
  const address = fileList[0]?.tempFileURL;
  return address === undefined || address === '' ? null : address;
}

/**
 * Fetches a file that has at most so many bytes. The SDK's own download takes a file whole into memory, however large it
 * is; this stops at the limit.
 */
export async function fetchFile(fileID: string, mostBytes: number): Promise<FetchedFile> {
  const address = await addressIfAny(fileID);
  if (address === null) return { result: 'missing' };
  const response = await fetch(address);
  if (!response.ok || response.body === null) throw new Error(`File ${fileID} answers ${response.status}`);
  const parts: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> = response.body;
  for await (const part of body) {
    size += part.length;
    if (size > mostBytes) return { result: 'too-large' };
    parts.push(part);
  }
  return { result: 'fetched', bytes: Buffer.concat(parts) };
}

/** Takes a file out of cloud storage: what was uploaded and not kept, with all that it told of where it was taken. */
export async function discardFile(fileID: string): Promise<void> {
  await cloud.deleteFile({ fileList: [fileID] });
}
