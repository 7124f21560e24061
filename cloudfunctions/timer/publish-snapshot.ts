import { plainKindNames } from '#shared/record/plain-kinds';
import { partsOf, type PublicContent, type PublicPart } from '#shared/snapshot/public-snapshot';
import type { Edition } from '#shared/week/edition';
import type { EditionJob } from '../entry/serve-timer';
import { digestOf } from '../platform/digest';
import { keepFile } from '../platform/files';
import type { Database } from '../platform/database';
import { listedActivities } from '../store/record/activities';
import { issuedBulletins } from '../store/bulletin/bulletins';
import { listedRecords } from '../store/record/plain-records';
import { everyRecord } from '../store/record/record-pages';
import {
  findSnapshot,
  removeVisibleChange,
  replaceSnapshot,
  unpublishedChanges,
  type Snapshot,
} from '../store/public/snapshots';

/** As many marks as one waking takes away; the rest is published again at the next. */
const marksAtOnce = 200;
/** As many as one transaction takes away. */
const marksInAStep = 30;

/** Everything the public sees of an edition. */
async function publicContentOf(database: Database, edition: Edition): Promise<PublicContent> {
  const editionId = edition.id;
  const [activities, plain, bulletins] = await Promise.all([
    everyRecord((page) => listedActivities(database, { editionId, day: null, ...page })),
    Promise.all(
      plainKindNames.map(async (kind) => [
        kind,
        await everyRecord((page) => listedRecords(database, kind, { editionId, ...page })),
      ]),
    ),
    issuedBulletins(database, editionId),
  ]);
  return { activities, plain: Object.fromEntries(plain) as PublicContent['plain'], bulletins };
}

/** Keeps the parts that changed, each under an address of its own content; the others stay where they are. */
async function keepParts(
  edition: Edition,
  contents: readonly (readonly [PublicPart, object])[],
  before: Snapshot | null,
): Promise<Snapshot['parts']> {
  const parts: Snapshot['parts'] = [];
  for (const [part, value] of contents) {
    const content = JSON.stringify(value);
    const digest = digestOf(content).slice(0, 16);
    const unchanged = before?.parts.find((each) => each.part === part && each.digest === digest);
    if (unchanged !== undefined) {
      parts.push(unchanged);
      continue;
    }
    const bytes = Buffer.from(content, 'utf8');
    const fileID = await keepFile(`public/${edition.id}/${part}-${digest}.json`, bytes);
    parts.push({ part, digest, bytes: bytes.length, fileID });
  }
  return parts;
}

/**
 * Publishes what the public sees of the edition whenever it has changed since (发布公开快照). The marks are read first, so that
 * a change made meanwhile is published at the next waking; two machines publish the same, one after the other.
 */
export const publishSnapshot: EditionJob = {
  name: 'publish-snapshot',
  editions: 'begun',
  dueAt: () => 'always',
  async run({ edition, now, database, step }) {
    const [marks, before] = await Promise.all([
      unpublishedChanges(database, edition.id, marksAtOnce),
      findSnapshot(database, edition.id),
    ]);
    if (before !== null && marks.length === 0) return;
    const parts = await keepParts(
      edition,
      partsOf(edition, await publicContentOf(database, edition)),
      before,
    );
    const isPublished = await step(`${edition.id} ${now}`, async (transaction) => {
      const latest = await findSnapshot(transaction, edition.id);
      if ((latest?.version ?? 0) !== (before?.version ?? 0)) return false;
      const version = (before?.version ?? 0) + 1;
      await replaceSnapshot(transaction, { id: edition.id, version, builtAt: now, parts });
      return true;
    });
    if (!isPublished) return;
    // Only now: marks that are taken away and not published would be lost, those that are published and not taken away are not.
    for (let from = 0; from < marks.length; from += marksInAStep) {
      await step(`${edition.id} ${now} marks ${from}`, async (transaction) => {
        for (const { id } of marks.slice(from, from + marksInAStep))
          await removeVisibleChange(transaction, id);
      });
    }
  },
};
