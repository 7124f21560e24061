import { startUpload } from '#shared/contract/record/start-upload';
import type { RecordFile } from '#shared/record/record';
import { cloudAddress, get, type PersonId } from './running-cloud';
import { localHeader } from '../../../local/cloud/routes/local-header';

/** A file as the storage has it. */
interface KeptFile {
  fileID: string;
  path: string;
  size: number;
  /** The openid of who uploaded it; null when a function wrote it. */
  creator: string | null;
  tempFileURL: string;
}

/** All files of the storage, behind the functions' and the phones' back. */
export async function keptFiles(): Promise<KeptFile[]> {
  const response = await fetch(`${cloudAddress()}/local/files`, { headers: localHeader });
  return (await response.json()) as KeptFile[];
}

/** Puts a file into the storage behind the rules' back: its id. */
export async function putFile(path: string, bytes: Uint8Array): Promise<string> {
  const response = await fetch(`${cloudAddress()}/local/files?${new URLSearchParams({ path }).toString()}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', ...localHeader },
    body: Buffer.from(bytes),
  });
  return ((await response.json()) as { fileID: string }).fileID;
}

/** The address of a file as somebody's phone gets it; null when it gets none. */
export async function addressFor(person: PersonId | null, fileID: string): Promise<string | null> {
  const response = await fetch(`${cloudAddress()}/local/temp-urls`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...localHeader },
    body: JSON.stringify({ fileList: [fileID], as: person }),
  });
  const { fileList } = (await response.json()) as { fileList: { tempFileURL: string }[] };
  const address = fileList[0]?.tempFileURL;
  return address === undefined || address === '' ? null : address;
}

/** Puts bytes under a path as a person's phone does: the platform's id of the file. */
export async function uploadTo(person: PersonId, path: string, bytes: Uint8Array): Promise<string> {
  const query = new URLSearchParams({ path, as: person }).toString();
  const response = await fetch(`${cloudAddress()}/local/upload?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', ...localHeader },
    body: Buffer.from(bytes),
  });
  const { fileID, error } = (await response.json()) as { fileID?: string; error?: { errCode: number } };
  if (fileID === undefined) throw new Error(`${person} may not upload to ${path}: ${error?.errCode ?? 0}`);
  return fileID;
}

/** Uploads bytes for a purpose, where the cloud says. */
export async function upload(
  person: PersonId,
  purpose: RecordFile['purpose'],
  bytes: Uint8Array,
): Promise<string> {
  const { path } = await get(person, startUpload, { purpose });
  return uploadTo(person, path, bytes);
}

/** The bytes of a stored file; null when there is none. */
export async function storedBytes(fileID: string): Promise<Buffer | null> {
  const file = (await keptFiles()).find((each) => each.fileID === fileID);
  if (file === undefined) return null;
  return Buffer.from(await (await fetch(file.tempFileURL)).arrayBuffer());
}
