import {
  type Activity,
  type Headcount,
  type HeadcountChoice,
  type JointEvent,
  type JointEventMember,
} from '../record/activity';
import { mayBeSeen } from '../record/activity-life';
import { coHostNames } from '../record/co-host-names';
import { mayBeSeenOnceAccepted } from '../record/plain-kinds';
import { tells, type Joint, type JointMember, type RecordEnvelope, type RecordState } from '../record/record';
import { differingFields } from '../record/record-life';
import type { RecordKind } from '../record/record-kind';
import type { RecordOf } from '../record/record-kinds';
import { coreOfHost } from './doubles';

/** A dozen records with the leading one: all of them are kept in one transaction whenever one is changed. */
export const mostTogether = 12;

/** What is merged now: the records, the leading one first and the others as they were merged, and what reviewers chose. */
export interface Together<Kept> {
  records: readonly Kept[];
  /** By the id of the record in whose merge it was chosen. */
  choices: ReadonlyMap<string, HeadcountChoice>;
}

/** The record that speaks for all of them: the leading one, unless it was withdrawn. */
export function speakerOf<Kept extends { state: RecordState }>(records: readonly Kept[]): Kept | undefined {
  return records.find(tells) ?? records[0];
}

/** Whether one of them was taken down: what is down is the event, whichever record told it. */
function isDown(records: readonly Pick<RecordEnvelope, 'takenDown'>[]): boolean {
  return records.some(({ takenDown }) => takenDown !== null);
}

function memberOf(record: RecordEnvelope & { name: string }, hasDays: boolean): JointMember {
  const { id, name, unitId, unitName, unitCity, state } = record;
  return { id, name, unitId, unitName, unitCity, state, counts: state === 'accepted' && hasDays };
}

function jointOfMembers<Member extends JointMember>(
  members: readonly Member[],
  seenIds: readonly string[],
): Omit<Joint, 'members'> & { members: Member[] } {
  return {
    leadingId: members[0]?.id ?? '',
    standsId: seenIds[0] ?? null,
    countsId: countsWithin({ members }, () => true)?.id ?? null,
    members: [...members],
  };
}

/** The hosts of the first record; of the others all that are not known yet, as co-hosts. */
function hostsOfAll(records: readonly Activity[]): { hosts: string[]; coHosts: string[] } {
  const [first, ...others] = records;
  if (first === undefined) return { hosts: [], coHosts: [] };
  const known = new Set(first.hosts.map(coreOfHost));
  const coHosts: string[] = [];
  const named = [...coHostNames(first), ...others.flatMap((each) => [...each.hosts, ...coHostNames(each)])];
  for (const host of named) {
    if (known.has(coreOfHost(host))) continue;
    known.add(coreOfHost(host));
    coHosts.push(host);
  }
  return { hosts: [...first.hosts], coHosts };
}

/** What the latest of some merges chose, if the leading record still states what it stated then: its later word counts. */
function chosenOf(leading: JointEventMember, others: readonly JointEventMember[]): Headcount | null {
  const latest = others.filter(({ choice }) => choice !== null).at(-1)?.choice ?? null;
  if (latest === null) return null;
  const isAsThen = differingFields({ headcount: leading.headcount }, { headcount: latest.leadingWas }, [
    'headcount',
  ]);
  return isAsThen.length === 0 ? latest.chosen : null;
}

function firstStated(members: readonly JointEventMember[]): Headcount | null {
  return members.find((each) => tells(each) && each.headcount !== null)?.headcount ?? null;
}

/** What activities that are merged are together (联合举办的活动). */
function jointEventOf({ records, choices }: Together<Activity>): JointEvent {
  const members = records.map((record) => ({
    ...memberOf(record, record.days.length > 0),
    headcount: record.headcount,
    choice: choices.get(record.id) ?? null,
  }));
  const telling = records.filter(tells);
  const mayBeSeenOf = isDown(records) ? [] : records.filter(mayBeSeen);
  // One host's cancelled record neither stands for nor hosts what others still hold.
  const isHeld = mayBeSeenOf.some(tells);
  const seen = isHeld ? mayBeSeenOf.filter(tells) : mayBeSeenOf;
  const [leading, ...others] = members;
  const chosen = leading === undefined ? null : chosenOf(leading, others);
  return {
    ...jointOfMembers(
      members,
      seen.map(({ id }) => id),
    ),
    ...hostsOfAll(telling.length === 0 ? records : telling),
    publicCoHosts: hostsOfAll(seen).coHosts,
    headcount: chosen ?? firstStated(members),
  };
}

/**
 * What records that are merged now are together: its hosts, its one headcount, which of them stands for all to the public, and which
 * counts it. Each record keeps what its own unit stated; all else is worked out here, so that undoing a merge is leaving a record out.
 *
 * Hosts are the leading record's, then the others' that are not known yet, as co-hosts. The headcount is what the latest merge that
 * is in force chose, unless the leading record's own was changed since; else the leading one's, else the first other's. A withdrawn
 * record tells nothing, and a choice that was made with it stands until its merge is undone.
 */
export function jointOf<Kind extends RecordKind>(
  kind: Kind,
  { records, choices }: Together<RecordOf[Kind]>,
): NonNullable<RecordOf[Kind]['joint']> {
  if (kind === 'activity') return jointEventOf({ records: records as readonly Activity[], choices });
  const seen = isDown(records) ? [] : records.filter(mayBeSeenOnceAccepted).map(({ id }) => id);
  return jointOfMembers(
    records.map((record) => memberOf(record, true)),
    seen,
  );
}

type IsWithin = (member: JointMember) => boolean;

/** The record that counts within some bounds, of a unit, a city, or the province: the first that is accepted; null when none is. */
export function countsWithin<Member extends JointMember>(
  { members }: { members: readonly Member[] },
  isWithin: IsWithin,
): Member | null {
  return members.find((each) => each.counts && isWithin(each)) ?? null;
}

/**
 * The headcount that counts within some bounds: what was chosen in a merge of records that both lie in them, else what the record that
 * counts there states. A merge of two cities' records changes what the province counts, and nothing that either of them does.
 */
export function headcountWithin(
  { members }: Pick<JointEvent, 'members'>,
  isWithin: IsWithin,
): Headcount | null {
  const within = members.filter(isWithin);
  const [leading] = members;
  const chosen =
    leading === undefined || !within.includes(leading) ? null : chosenOf(leading, within.slice(1));
  return chosen ?? countsWithin({ members: within }, () => true)?.headcount ?? firstStated(within);
}

/** Whether a record is told under another, which speaks for it: not where that one was withdrawn. */
export function isToldUnder({ mergedInto, joint }: Pick<RecordEnvelope, 'mergedInto' | 'joint'>): boolean {
  const [leading] = joint?.members ?? [];
  return mergedInto !== null && (leading === undefined || tells(leading));
}

/** Whether a record stands for what it tells: it is not withdrawn, and of several that are one it is the one that speaks for all. */
export function standsForItself(record: Pick<RecordEnvelope, 'id' | 'state' | 'joint'>): boolean {
  return tells(record) && (record.joint === null || speakerOf(record.joint.members)?.id === record.id);
}
