import { refuse } from '#shared/refusal/errors';
import { readSnapshot } from '#shared/contract/public/read-snapshot';
import { onRead } from '../entry/handler';
import { temporaryAddressesOf } from '../platform/files';
import { findSnapshot } from '../store/public/snapshots';
import { editionAsked } from '../work/edition/asked-edition';

export const readSnapshotHandler = onRead(readSnapshot, async ({ editionId }, { caller, database }) => {
  const edition = await editionAsked(caller, database, editionId);
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
