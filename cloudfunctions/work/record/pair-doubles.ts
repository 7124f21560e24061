import type { Double } from '#shared/double/doubles';
import { standsForItself } from '#shared/double/joint-event';
import type { RecordKind } from '#shared/record/record-kind';
import type { AnyRecord } from '#shared/record/record-kinds';
import { LostRace, type Database, type Transaction, type Work } from '../../platform/database';
import { isMarked, removeMark } from '../../store/record/double-marks';
import { doubleId, doublesOf, findDoubleIfAny, keepDouble, newDouble } from '../../store/record/doubles';
import { findRecord } from '../../store/record/records';
import { findLikeRecords, type FoundDouble } from './find-like-records';

/** Of the likest: whoever logs one thing many times over is told so by the first few pairs. */
const mostNewPairs = 5;
/** As many pairs as one transaction settles. */
const mostInAStep = 25;
/** More than a record can have pairs to settle. */
const mostSteps = 20;

/** Which record it is about. */
interface Marked {
  kind: RecordKind;
  id: string;
}

/** A record that is marked, with what is like it now and the pairs it is in; null when it is not marked any more. */
interface Gathered {
  kind: RecordKind;
  record: AnyRecord;
  found: readonly FoundDouble[];
  pairs: readonly Double[];
}

async function gatherPairs(database: Database, { kind, id }: Marked): Promise<Gathered | null> {
  if (!(await isMarked(database, id))) return null;
  const record = await findRecord(database, kind, id);
  const [found, pairs] = await Promise.all([
    standsForItself(record) ? findLikeRecords(database, kind, record) : [],
    // Of a new record, what another's look has paired meanwhile is met by its id.
    record.revision === 1 ? [] : doublesOf(database, id),
  ]);
  return { kind, record, found, pairs };
}

/** The pairs of a record that are to be kept otherwise than they are: new ones opened, those no longer alike gone. */
async function changedPairs(
  transaction: Transaction,
  { kind, record, found, pairs }: Gathered,
  now: number,
): Promise<Double[]> {
  const changed: Double[] = [];
  const alike = new Set<string>();
  for (const [index, { candidate, likeness }] of found.entries()) {
    const id = doubleId(record.id, candidate.id);
    alike.add(id);
    if (changed.length === mostInAStep) continue;
    const isKnown = pairs.some((pair) => pair.id === id);
    if (!isKnown && index >= mostNewPairs) continue;
    const pair = await findDoubleIfAny(transaction, id);
    if (pair !== null && pair.state !== 'gone') continue;
    if (!standsForItself(await findRecord(transaction, kind, candidate.id))) continue;
    changed.push(
      pair === null
        ? newDouble(kind, [record, candidate], likeness, now)
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

/** Settles the pairs of a record, as many as one transaction may; whether that was all. */
async function settlePairs(
  transaction: Transaction,
  gathered: Gathered | null,
  now: number,
): Promise<boolean> {
  if (gathered === null) return true;
  const { kind, record } = gathered;
  const { id, revision } = record;
  // Somebody else has settled them meanwhile.
  if (!(await isMarked(transaction, id))) return true;
  if ((await findRecord(transaction, kind, id)).revision !== revision) throw new LostRace(`Record ${id}`);
  const changed = await changedPairs(transaction, gathered, now);
  for (const pair of changed) await keepDouble(transaction, pair);
  const isAll = changed.length < mostInAStep;
  if (isAll) await removeMark(transaction, id);
  return isAll;
}

/**
 * Brings the pairs of a marked record in line with how it is kept now (查重): new ones are opened, those no longer alike are gone
 * and open again when they are. What a person decided stays decided. Of two records that are saved at one moment, whichever is
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
  marked: Marked,
): Promise<void> {
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const isAll = await step(`${marked.id} ${now} ${steps}`, {
      gather: () => gatherPairs(database, marked),
      run: (transaction, gathered) => settlePairs(transaction, gathered, now),
    });
    if (isAll) return;
  }
}
