import { isDeepStrictEqual } from 'node:util';
import type { Activity } from '#shared/record/activity';
import { fitToEdition } from '#shared/record/fit-to-edition';
import { addObstacles, type Obstacle } from '#shared/refusal/in-the-way';
import type { Edition } from '#shared/week/edition';
import { readClock } from '../../platform/clock';
import { LostRace, type Database, type Reader, type Transaction, type Work } from '../../platform/database';
import { findEdition } from '../../store/edition/editions';
import { findReworkIfAny, keepRework, type KeptRework } from '../../store/edition/edition-reworks';
import { activities } from '../../store/record/activities';
import { settleAgain } from '../../store/record/records';
import { recordsById } from '../../store/summary/summary-reading';

/** Two requests a record and its entry in the audit stay under the platform's hundred a transaction. */
const recordsInAStep = 30;
/** What a person waits for without wondering, and far less than a function may take. */
const longestRunMs = 4000;
/** The same in steps, for a clock that stands still. */
const mostSteps = 100;

/** What one step has looked at: the records that come out otherwise, and those that fit no more. */
interface Gathered {
  from: KeptRework;
  read: number;
  after: string | null;
  changed: string[];
  stranded: Obstacle[];
}

function isOtherwise(activity: Activity, edition: Edition): boolean {
  const fitted = fitToEdition(activity, edition);
  return fitted !== null && !isDeepStrictEqual(fitted, activity);
}

/** Of a page as much as one transaction takes: a record of a joint event is kept with all that it is told with, so it has its own. */
function withinAStep(page: readonly Activity[], edition: Edition): readonly Activity[] {
  const joint = page.findIndex((each) => each.joint !== null && isOtherwise(each, edition));
  return joint === -1 ? page : page.slice(0, Math.max(joint, 1));
}

async function gatherStep(reader: Reader, editionId: string): Promise<Gathered | null> {
  const from = await findReworkIfAny(reader, editionId);
  if (from === null || from.isDone) return null;
  const edition = await findEdition(reader, editionId);
  const query = { editionId, bounds: {}, after: from.after, size: recordsInAStep };
  const page = await recordsById<Activity>(reader, activities.name, query);
  const found = withinAStep(page, edition);
  const isLast = found.length === page.length && page.length < recordsInAStep;
  return {
    from,
    read: found.length,
    after: isLast ? null : (found.at(-1)?.id ?? null),
    changed: found.filter((each) => isOtherwise(each, edition)).map(({ id }) => id),
    stranded: found
      .filter((each) => fitToEdition(each, edition) === null)
      .map(({ id, name, unitName }) => ({ what: 'activity', id, name, unitName })),
  };
}

/** One step: two machines that step at once touch the same rework, so that one of them begins again from what the other kept. */
async function step(transaction: Transaction, gathered: Gathered | null): Promise<void> {
  if (gathered === null) return;
  const { from, read, after, changed, stranded } = gathered;
  const kept = await findReworkIfAny(transaction, from.id);
  if (kept?.steps !== from.steps) throw new LostRace(`The rework of ${from.id}`);
  const edition = await findEdition(transaction, from.id);
  let settled = 0;
  for (const id of changed) if (await settleAgain(transaction, id, edition)) settled += 1;
  await keepRework(transaction, {
    ...from,
    after,
    steps: from.steps + 1,
    read: from.read + read,
    changed: from.changed + settled,
    stranded: addObstacles(from.stranded, stranded),
    isDone: after === null,
  });
}

/**
 * Goes on with the rework of an edition's records for a few seconds, step by step; what it has come to, null when there is none.
 * Cut off anywhere it is as far as its last whole step; whoever calls next goes on from there.
 */
export async function runRework(
  database: Database,
  editionId: string,
  stepOf: (name: string, work: Work<Gathered | null, void>) => Promise<void>,
): Promise<KeptRework | null> {
  const began = readClock();
  let rework = await findReworkIfAny(database, editionId);
  for (let steps = 0; rework !== null && !rework.isDone && steps < mostSteps; steps += 1) {
    if (readClock() - began > longestRunMs) break;
    await stepOf(`rework ${editionId} ${rework.steps}`, {
      gather: () => gatherStep(database, editionId),
      run: step,
    });
    rework = await findReworkIfAny(database, editionId);
  }
  return rework;
}
