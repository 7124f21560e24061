import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { RecordFile } from '#shared/record/record';
import { keyedHashOf } from '../../platform/keyed-hash';

type Purpose = RecordFile['purpose'];

function proofOf(openid: string, purpose: Purpose, nonce: string): string {
  return keyedHashOf('upload', `${openid} ${purpose} ${nonce}`).slice(0, 32);
}

/** A path that a person may upload to for one purpose (上传位置): nobody guesses it, and it proves whose it is. */
export function newUploadPath(openid: string, purpose: Purpose): string {
  const nonce = randomBytes(16).toString('hex');
  return `uploads/${purpose}/${nonce}-${proofOf(openid, purpose, nonce)}`;
}

/** The form of the paths that are given for one purpose. */
export function uploadPathsFor(purpose: Purpose): RegExp {
  return new RegExp(`^uploads/${purpose}/[0-9a-f]{32}-[0-9a-f]{32}$`);
}

/** Whether a path was given to this person for this purpose. */
export function isUploadPathOf(path: string, openid: string, purpose: Purpose): boolean {
  if (!uploadPathsFor(purpose).test(path)) return false;
  const [nonce = '', proof = ''] = path.slice(`uploads/${purpose}/`.length).split('-');
  return timingSafeEqual(Buffer.from(proof), Buffer.from(proofOf(openid, purpose, nonce)));
}
