import { startUpload } from '#shared/contract/start-upload';
import type { RecordFile } from '#shared/record/record';
import { cloudAddress, get, type PersonId } from './running-cloud';
import { localHeader } from '../../../local/cloud/routes/local-header';

/** Puts bytes under a path as a person's phone does: the platform's id of the file. */
export async function uploadTo(person: PersonId, path: string, bytes: Uint8Array): Promise<string> {
  const query = new URLSearchParams({ path, as: person }).toString();
  const response = await fetch(`${cloudAddress()}/local/upload?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', ...localHeader },
    body: Buffer.from(bytes),
  });
  return ((await response.json()) as { fileID: string }).fileID;
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
  const response = await fetch(`${cloudAddress()}/local/temp-urls`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...localHeader },
    body: JSON.stringify({ fileList: [fileID] }),
  });
  const { fileList } = (await response.json()) as { fileList: { tempFileURL: string }[] };
  const address = fileList[0]?.tempFileURL;
  if (address === undefined || address === '') return null;
  return Buffer.from(await (await fetch(address)).arrayBuffer());
}
