import { refuse } from '#shared/contract/errors';
import { readSnapshot } from '#shared/contract/read-snapshot';
import { onRead } from '../entry/handler';
import { temporaryAddressesOf } from '../platform/files';
import { findEdition } from '../store/editions';
import { findSnapshot } from '../store/snapshots';

export const readSnapshotHandler = onRead(readSnapshot, async ({ editionId }, { database }) => {
  const edition = await findEdition(database, editionId);
  const snapshot = await findSnapshot(database, edition.id);
  if (snapshot === null || edition.state === 'preparing') throw refuse('NOT_FOUND', { what: 'edition' });
  const { version, builtAt, parts } = snapshot;
  const urls = await temporaryAddressesOf(parts.map(({ fileID }) => fileID));
  return {
    editionId: edition.id,
    version,
    builtAt,
    parts: parts.map((each, index) => ({ ...each, url: urls[index] ?? '' })),
  };
});
