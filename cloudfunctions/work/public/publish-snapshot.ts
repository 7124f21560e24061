import { plainKindNames } from '#shared/record/plain-kinds';
import { minuteMs } from '#shared/ground/durations';
import { partsOf, type PublicContent, type PublicPart } from '#shared/snapshot/public-snapshot';
import type { Edition } from '#shared/week/edition';
import type { Step } from '../../entry/handler';
import type { Database } from '../../platform/database';
import { digestOf } from '../../platform/digest';
import { discardFile, keepFile } from '../../platform/files';
import { issuedBulletins } from '../../store/bulletin/bulletins';
import { listedActivities } from '../../store/record/activities';
import { listedRecords } from '../../store/record/plain-records';
import { everyRecord } from '../../store/record/record-pages';
import {
  findSnapshot,
  removeVisibleChange,
  replaceSnapshot,
  unpublishedChanges,
  type EarlierPart,
  type Snapshot,
} from '../../store/public/snapshots';

/** As many marks as one publication takes away; the rest is published again at the next. */
const marksAtOnce = 200;
/** As many as one transaction takes away. */
const marksInAStep = 30;
/** How long a part that was replaced can still be fetched, by phones that read where it lies a moment before. */
const earlierLastsMs = 30 * minuteMs;

/** What publishing works with. */
interface Publishing {
  edition: Edition;
  now: number;
  database: Database;
  step: Step;
}

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

/** The parts that are no longer shown, those that this publication replaces among them; what is shown again is none. */
function earlierParts(before: Snapshot | null, parts: Snapshot['parts'], now: number): EarlierPart[] {
  const shown = new Set(parts.map(({ fileID }) => fileID));
  const replaced = (before?.parts ?? []).map(({ fileID }) => ({ fileID, until: now + earlierLastsMs }));
  return [...(before?.earlier ?? []), ...replaced].filter(({ fileID }) => !shown.has(fileID));
}

/**
 * Publishes what the public sees of an edition, if it has changed since (发布公开快照). The marks are read first, so that a change made
 * meanwhile is published the next time; two machines publish the same, one after the other. Parts that were replaced a while ago
 * are taken out of storage.
 */
export async function publishSnapshotOf({ edition, now, database, step }: Publishing): Promise<void> {
  const [marks, before] = await Promise.all([
    unpublishedChanges(database, edition.id, marksAtOnce),
    findSnapshot(database, edition.id),
  ]);
  if (before !== null && marks.length === 0) return;
  const parts = await keepParts(edition, partsOf(edition, await publicContentOf(database, edition)), before);
  const earlier = earlierParts(before, parts, now);
  const past = earlier.filter(({ until }) => until <= now);
  for (const { fileID } of past) await discardFile(fileID);
  const isPublished = await step(`${edition.id} ${now}`, async (transaction) => {
    const latest = await findSnapshot(transaction, edition.id);
    if ((latest?.version ?? 0) !== (before?.version ?? 0)) return false;
    const version = (before?.version ?? 0) + 1;
    const kept = earlier.filter((each) => !past.includes(each));
    await replaceSnapshot(transaction, { id: edition.id, version, builtAt: now, parts, earlier: kept });
    return true;
  });
  if (!isPublished) return;
  // Only now: marks that are taken away and not published would be lost, those that are published and not taken away are not.
  for (let from = 0; from < marks.length; from += marksInAStep) {
    await step(`${edition.id} ${now} marks ${from}`, async (transaction) => {
      for (const { id } of marks.slice(from, from + marksInAStep)) await removeVisibleChange(transaction, id);
    });
  }
}

/** Takes every part out of storage that is no longer shown, without waiting: what was taken down is nowhere to be fetched. */
export async function discardEarlierParts({ edition, now, database, step }: Publishing): Promise<void> {
  const earlier = (await findSnapshot(database, edition.id))?.earlier ?? [];
  for (const { fileID } of earlier) await discardFile(fileID);
  const gone = new Set(earlier.map(({ fileID }) => fileID));
  await step(`${edition.id} ${now} earlier`, async (transaction) => {
    const latest = await findSnapshot(transaction, edition.id);
    if (latest === null || earlier.length === 0) return;
    await replaceSnapshot(transaction, {
      ...latest,
      earlier: latest.earlier.filter(({ fileID }) => !gone.has(fileID)),
    });
  });
}
