import { dayPart, weekPart, type SnapshotPart } from '#shared/snapshot/public-snapshot';
import type { Activity } from '#shared/record/activity';
import { daysOf, type Edition } from '#shared/week/edition';
import type { Job } from '../entry/serve-timer';
import { digestOf } from '../platform/digest';
import { keepFile } from '../platform/files';
import { everyPage, listedActivities } from '../store/activities';
import {
  findSnapshot,
  removeVisibleChange,
  replaceSnapshot,
  unpublishedChanges,
  type Snapshot,
} from '../store/snapshots';

/** A transaction takes so many marks away; the rest is published again at the next waking. */
const marksAtOnce = 200;

function contentsOf(edition: Edition, listed: readonly Activity[]): [SnapshotPart, string][] {
  const days = daysOf(edition).map((day): [SnapshotPart, string] => [
    day,
    JSON.stringify(dayPart(day, listed)),
  ]);
  return [['week', JSON.stringify(weekPart(edition, listed))], ...days];
}

/** Keeps the parts that changed, each under an address of its own content; the others stay where they are. */
async function keepParts(
  edition: Edition,
  contents: readonly [SnapshotPart, string][],
  before: Snapshot | null,
): Promise<Snapshot['parts']> {
  const parts: Snapshot['parts'] = [];
  for (const [part, content] of contents) {
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
export const publishSnapshot: Job = {
  name: 'publish-snapshot',
  dueAt: () => 'always',
  async run({ edition, now, database, step }) {
    const [marks, before] = await Promise.all([
      unpublishedChanges(database, edition.id, marksAtOnce),
      findSnapshot(database, edition.id),
    ]);
    if (before !== null && marks.length === 0) return;
    const listed = await everyPage((after, size) =>
      listedActivities(database, { editionId: edition.id, day: null, after, size }),
    );
    const parts = await keepParts(edition, contentsOf(edition, listed), before);
    await step(`${edition.id} ${now}`, async (transaction) => {
      const latest = await findSnapshot(transaction, edition.id);
      if ((latest?.version ?? 0) !== (before?.version ?? 0)) return;
      const version = (before?.version ?? 0) + 1;
      await replaceSnapshot(transaction, { id: edition.id, version, builtAt: now, parts });
      for (const { id } of marks) await removeVisibleChange(transaction, id);
    });
  },
};
