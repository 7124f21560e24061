import { fileKindOf, fileKinds, isTaken, unwantedKinds, type MediaType } from './file-kind';
import { stripPicture } from './strip-picture';
import { wrongFile } from '../record/record-files';
import type { RecordFile } from '../record/record';

/**
 * The kind of a file. Refuses one of no kind its purpose takes: pictures for posters and photos, papers for attachments;
 * where it is known what can be done about it, with that.
 */
export function requireKind(purpose: RecordFile['purpose'], bytes: Uint8Array): MediaType {
  const wantsPicture = purpose !== 'attachment';
  const kind = fileKindOf(bytes);
  if (kind !== null && isTaken(kind)) {
    if (fileKinds[kind].isPicture === wantsPicture) return kind;
  } else if (kind !== null && unwantedKinds[kind].isPicture === wantsPicture) {
    throw wrongFile(kind);
  }
  throw wrongFile(wantsPicture ? 'not-a-picture' : 'not-a-document');
}

/** A picture with only what it is drawn from. Refuses one that cannot be drawn, moves, or has too many pixels. */
export function requireStripped(mediaType: MediaType, bytes: Uint8Array): Uint8Array {
  const stripped = stripPicture(mediaType, bytes);
  if ('problem' in stripped) throw wrongFile(stripped.problem);
  return stripped.bytes;
}
