import type { BulletinOf } from './asked-bulletin';
import {
  bulletinContent,
  openBulletinOf,
  type Bulletin,
  type BulletinContent,
} from '#shared/bulletin/bulletin';
import type { BulletinEntry } from '#shared/bulletin/bulletin-entry';
import { composeBulletin, type BulletinFacts, type CitiesStood } from '#shared/bulletin/compose-bulletin';
import type { Correction } from '#shared/bulletin/correction';
import { settledAt } from '#shared/week/bulletin-window';
import type { Edition } from '#shared/week/edition';
import { LostRace, type Database, type Reader, type Transaction } from '../../platform/database';
import { allEntriesOfDay, findEntry } from '../../store/bulletin/bulletin-entries';
import { exceptionsOf } from '../../store/bulletin/bulletin-exceptions';
import { bulletinOfDayIfAny, keepBulletin } from '../../store/bulletin/bulletins';
import { correctionsListedOn } from '../../store/bulletin/corrections';
import { citiesStoodAt } from '../record/reporting';

/**
 * How the cities stood when the day's window ended. What a bulletin was once compiled with stays: it is told of a moment that
 * is over, and does not become outdated by what is taken back or moved to another day since.
 */
async function citiesStood(reader: Reader, of: BulletinOf): Promise<CitiesStood> {
  const kept = await bulletinOfDayIfAny(reader, { editionId: of.edition.id, day: of.day });
  return typeof kept?.compiledAt === 'number' ? kept.standing : citiesStoodAt(reader, of);
}

/** The entries that corrections are about, but for those their own bulletin leaves out: what was not printed needs no correction. */
async function correctedEntriesOf(
  reader: Reader,
  edition: Edition,
  corrections: readonly Correction[],
): Promise<BulletinEntry[]> {
  const entries: BulletinEntry[] = [];
  const leftOut = new Set<string>();
  for (const day of new Set(corrections.map((each) => each.day))) {
    const bulletin = await bulletinOfDayIfAny(reader, { editionId: edition.id, day });
    for (const { id } of bulletin?.leftOut ?? []) leftOut.add(id);
  }
  for (const id of new Set(corrections.map(({ entryId }) => entryId))) {
    const entry = leftOut.has(id) ? null : await findEntry(reader, id);
    if (entry !== null) entries.push(entry);
  }
  return entries;
}

/** Everything a day's bulletin is compiled of, as it is kept now. */
export async function bulletinFactsOf(reader: Reader, { edition, day }: BulletinOf): Promise<BulletinFacts> {
  const of = { editionId: edition.id, day };
  const corrections = await correctionsListedOn(reader, of);
  const correctedEntries = await correctedEntriesOf(reader, edition, corrections);
  return {
    edition,
    day,
    entries: await allEntriesOfDay(reader, of),
    exceptions: (await exceptionsOf(reader, of)).filter(({ revokedAt }) => revokedAt === null),
    corrections: corrections.filter(({ entryId }) => correctedEntries.some(({ id }) => id === entryId)),
    correctedEntries,
    stood: await citiesStood(reader, { edition, day }),
  };
}

/** What a bulletin says, as a text to compare by: fields in one order, whatever order the database gives them. */
function wordsOf(content: BulletinContent): string {
  return JSON.stringify(bulletinContent.parse(content));
}

/** What a day's bulletin is decided from: as it is kept, which is its guard, and then what it is compiled of. */
export interface GatheredBulletin {
  kept: Bulletin | null;
  facts: BulletinFacts;
}

/** Gathers a day's bulletin before a transaction that compiles or issues it. */
export async function gatherBulletin(
  database: Database,
  { edition, day }: BulletinOf,
): Promise<GatheredBulletin> {
  const kept = await bulletinOfDayIfAny(database, { editionId: edition.id, day });
  return { kept, facts: await bulletinFactsOf(database, { edition, day }) };
}

/**
 * Whether a compiled bulletin says what compiling it now would give. It does not when a report took longer to be kept than
 * any should, or an earlier bulletin leaves out since what this one corrects.
 */
export function saysTheFacts(compiled: Bulletin, facts: BulletinFacts): boolean {
  return wordsOf(composeBulletin(facts, compiled)) === wordsOf(compiled);
}

/** The bulletin as it is kept, if that is what was gathered; otherwise the work begins again. */
export async function unchangedBulletin(
  transaction: Transaction,
  { kept, facts }: GatheredBulletin,
  editionId: string,
): Promise<Bulletin | null> {
  const now = await bulletinOfDayIfAny(transaction, { editionId, day: facts.day });
  if (now?.revision !== kept?.revision) throw new LostRace(`The bulletin of ${facts.day}`);
  return now;
}

/**
 * Compiles a day's bulletin and keeps it (汇编简报). Null while the day, or an exception for it, still takes reports. A bulletin
 * that is issued stays as it is, and one that comes out as it was is not written again: compiling late, twice, or on two
 * machines at once gives one and the same. What it is compiled of is closed by time; what changes a day after that (an
 * exception granted or taken back) writes the day's bulletin too, and is noticed by that.
 */
export async function compileDay(
  transaction: Transaction,
  { edition, day, now }: BulletinOf & { now: number },
  gathered: GatheredBulletin,
): Promise<Bulletin | null> {
  const kept = await unchangedBulletin(transaction, gathered, edition.id);
  if (kept?.state === 'issued') return kept;
  const { facts } = gathered;
  if (now < settledAt(edition, day, facts.exceptions)) return null;

  const before = kept ?? { ...openBulletinOf(edition.id, day, now), revision: 0 };
  const content = composeBulletin(facts, kept);
  if (before.state === 'compiled' && wordsOf(before) === wordsOf(content)) return before;
  const compiled: Bulletin = {
    ...before,
    ...content,
    state: 'compiled',
    revision: before.revision + 1,
    updatedAt: now,
    compiledAt: now,
  };
  await keepBulletin(transaction, compiled);
  return compiled;
}
