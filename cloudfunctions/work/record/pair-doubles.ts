import type { Activity } from '#shared/record/activity';
import type { Double } from '#shared/double/doubles';
import { LostRace, type Database, type Transaction, type Work } from '../../platform/database';
import { findActivity } from '../../store/record/activities';
import { isMarked, removeMark } from '../../store/record/double-marks';
import { doubleId, doublesOf, findDoubleIfAny, keepDouble, newDouble } from '../../store/record/doubles';
import { findLikeActivities, standsForAnEvent, type FoundDouble } from './find-like-activities';

/** Of the likest: whoever logs one thing many times over is told so by the first few pairs. */
const mostNewPairs = 5;
/** As many pairs as one transaction settles. */
const mostInAStep = 25;
/** More than an activity can have pairs to settle. */
const mostSteps = 20;

/** An activity that is marked, with what is like it now and the pairs it is in; null when it is not marked any more. */
interface Gathered {
  activity: Activity;
  found: readonly FoundDouble[];
  pairs: readonly Double[];
}

async function gatherPairs(database: Database, activityId: string): Promise<Gathered | null> {
  if (!(await isMarked(database, activityId))) return null;
  const activity = await findActivity(database, activityId);
  const { editionId, id, days, revision } = activity;
  const [found, pairs] = await Promise.all([
    standsForAnEvent(activity) ? findLikeActivities(database, { editionId, id, activity, days }) : [],
    // Of a new activity, what another's look has paired meanwhile is met by its id.
    revision === 1 ? [] : doublesOf(database, activityId),
  ]);
  return { activity, found, pairs };
}

/** The pairs of an activity that are to be kept otherwise than they are: new ones opened, those no longer alike gone. */
async function changedPairs(
  transaction: Transaction,
  { activity, found, pairs }: Gathered,
  now: number,
): Promise<Double[]> {
  const changed: Double[] = [];
  const alike = new Set<string>();
  for (const [index, { candidate, likeness }] of found.entries()) {
    const id = doubleId(activity.id, candidate.id);
    alike.add(id);
    if (changed.length === mostInAStep) continue;
    const isKnown = pairs.some((pair) => pair.id === id);
    if (!isKnown && index >= mostNewPairs) continue;
    const pair = await findDoubleIfAny(transaction, id);
    if (pair !== null && pair.state !== 'gone') continue;
    if (!standsForAnEvent(await findActivity(transaction, candidate.id))) continue;
    changed.push(
      pair === null
        ? newDouble([activity, candidate], likeness, now)
        : { ...pair, signs: likeness.signs, name: likeness.name, state: 'open' },
    );
  }
  for (const { id } of pairs.filter(({ state, id: each }) => state === 'open' && !alike.has(each))) {
    if (changed.length === mostInAStep) break;
    const pair = await findDoubleIfAny(transaction, id);
    if (pair?.state === 'open') changed.push({ ...pair, state: 'gone' });
  }
  return changed;
}

/** Settles the pairs of an activity, as many as one transaction may; whether that was all. */
async function settlePairs(
  transaction: Transaction,
  gathered: Gathered | null,
  now: number,
): Promise<boolean> {
  if (gathered === null) return true;
  const { id, revision } = gathered.activity;
  // Somebody else has settled them meanwhile.
  if (!(await isMarked(transaction, id))) return true;
  if ((await findActivity(transaction, id)).revision !== revision) throw new LostRace(`Activity ${id}`);
  const changed = await changedPairs(transaction, gathered, now);
  for (const pair of changed) await keepDouble(transaction, pair);
  const isAll = changed.length < mostInAStep;
  if (isAll) await removeMark(transaction, id);
  return isAll;
}

/**
 * Brings the pairs of a marked activity in line with how it is kept now (查重): new ones are opened, those no longer alike are gone
 * and open again when they are. What a person decided stays decided. Of two activities that are saved at one moment, whichever is
 * looked at later sees the other.
 */
export async function pairDoublesOf(
  {
    database,
    now,
    step,
  }: {
    database: Database;
    now: number;
    step: (name: string, work: Work<Gathered | null, boolean>) => Promise<boolean>;
  },
  activityId: string,
): Promise<void> {
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const isAll = await step(`${activityId} ${now} ${steps}`, {
      gather: () => gatherPairs(database, activityId),
      run: (transaction, gathered) => settlePairs(transaction, gathered, now),
    });
    if (isAll) return;
  }
}
