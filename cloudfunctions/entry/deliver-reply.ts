import { randomBytes } from 'node:crypto';
import type { Outcome } from '#shared/contract/action';
import { keepFile, temporaryAddressOf } from '../platform/files';

/** The platform answers a phone with 100 KB at most; this leaves room for what stands around the reply. */
const mostBytes = 96_000;

/**
 * A reply as it travels: a larger one goes through storage, under a path that nobody guesses, and the answer says where it can be
 * fetched for some minutes. Storage removes such files by its lifecycle rule.
 */
export async function deliverReply(serverNow: number, reply: unknown): Promise<Outcome> {
  const text = JSON.stringify(reply);
  if (Buffer.byteLength(text) <= mostBytes) return { ok: true, serverNow, reply };
  const fileID = await keepFile(`replies/${randomBytes(24).toString('hex')}.json`, Buffer.from(text));
  return { ok: true, serverNow, reply: null, replyAt: await temporaryAddressOf(fileID) };
}
