import { dayOf, type Day } from '#shared/ground/guangdong-time';
import { recordKind } from '#shared/record/record-kind';
import type { RecordState } from '#shared/record/record';
import { unlessOver, type StillOpen, type WaitingRecords } from '#shared/week/closing';
import { daysOf, type Edition } from '#shared/week/edition';
import type { Database } from '../../platform/database';
import { exceptionsOf } from '../../store/bulletin/bulletin-exceptions';
import { bulletinOfDayIfAny } from '../../store/bulletin/bulletins';
import { countRecords, recordsInState } from '../../store/record/records';
import { latestSubmission } from '../../store/summary/submissions';

const mostShown = 5;

async function recordsWaiting(
  database: Database,
  editionId: string,
  state: RecordState,
): Promise<WaitingRecords> {
  const waiting: WaitingRecords = { count: 0, first: [] };
  for (const kind of recordKind.options) {
    const which = { editionId, city: null, state };
    waiting.count += await countRecords(database, kind, which);
    const room = mostShown - waiting.first.length;
    if (room === 0) continue;
    const { records } = await recordsInState(database, kind, { ...which, after: null, size: room });
    for (const { id, name, unitName } of records) waiting.first.push({ kind, id, name, unitName });
  }
  return waiting;
}

async function daysNotIssued(database: Database, edition: Edition): Promise<Day[]> {
  const days = daysOf(edition);
  const kept = await Promise.all(
    days.map((day) => bulletinOfDayIfAny(database, { editionId: edition.id, day })),
  );
  return days.filter((_day, index) => kept[index]?.state !== 'issued');
}

/** Which of some scopes have submitted nothing, or were given it back. */
async function notSubmitted<Scope extends string>(
  database: Database,
  { id }: Edition,
  scopes: readonly Scope[],
): Promise<Scope[]> {
  const latest = await Promise.all(scopes.map((scope) => latestSubmission(database, id, scope)));
  return scopes.filter((_scope, index) => {
    const submission = latest[index] ?? null;
    return submission?.returned !== null;
  });
}

/** Gathers what an edition still has open (归档前未了事项). It warns, and decides nothing but whether a reason is asked for. */
export async function gatherStillOpen(database: Database, edition: Edition, now: number): Promise<StillOpen> {
  const { id: editionId, cities, provinceDeadline } = edition;
  const exceptions = await exceptionsOf(database, { editionId, day: null });
  return {
    bulletins: await daysNotIssued(database, edition),
    exceptions: exceptions.filter(({ revokedAt, until }) => revokedAt === null && now < until),
    reported: await recordsWaiting(database, editionId, 'reported'),
    returned: await recordsWaiting(database, editionId, 'returned'),
    announced: await recordsWaiting(database, editionId, 'announced'),
    cities: await notSubmitted(database, edition, cities),
    province: (await notSubmitted(database, edition, ['province'])).length > 0,
    provinceDeadline: unlessOver(provinceDeadline, dayOf(now)),
  };
}
