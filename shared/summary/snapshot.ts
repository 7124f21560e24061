import type { ActivityTable, ActivityType } from '../record/activity-types';
import { isInEdition, type Activity, type AttendanceMode, type Headcount } from '../record/activity';
import { hostNames } from '../record/co-host';
import type { Policy } from '../record/policy';
import type { ReportingStatus } from '../record/nil-report';
import { countsWithin, headcountWithin } from '../double/joint-event';
import type { JointMember, RecordEnvelope } from '../record/record';
import type { Jurisdiction } from '../ground/region';
import type { Edition } from '../week/edition';
import type { Day } from '../ground/guangdong-time';
import type { FindingKind } from './finding';
import { isWithin, type SummaryScope } from './summary-scope';

/** What a compilation needs to know of its edition, kept with it: the edition may be set anew later. */
export type CompiledEdition = Pick<Edition, 'id' | 'title' | 'firstDay' | 'lastDay' | 'cities' | 'series'>;

/** Why a record is in no table (未列入原因). */
export type LeftOutReason =
  /** No headcount yet: 未报人数. */
  | 'not-reported'
  /** Reported and not looked at: 待审核. */
  | 'waiting'
  /** Given back to its unit: 已退回. */
  | 'returned'
  /** Taken back by its unit: 已撤回. */
  | 'withdrawn'
  | 'cancelled'
  /** No day of it lies in the week: 不在活动周. */
  | 'outside'
  /** The same event as another record, where it is counted: 并入. */
  | 'merged';

/** Whose record it was, in which revision. */
interface Source {
  id: string;
  revision: number;
  name: string;
  unitId: string;
  unitName: string;
  unitCity: Jurisdiction;
}

/** The record that a joint event is told under (并入的记录). */
type MergeTarget = Pick<Source, 'id' | 'name' | 'unitId' | 'unitName' | 'unitCity'>;

/** An activity as a summary has it: a row of 表二 or 表三, and what the figures are made of. */
export interface CountedActivity extends Source {
  table: ActivityTable;
  type: ActivityType;
  typeOther: string;
  hosts: string;
  headcount: Headcount | null;
  about: string;
  /** Its first day in the week; one of several days counts once, here. */
  day: Day;
  /** Null where nobody knows. */
  mode: AttendanceMode | null;
  fields: string[];
  series: string;
  sortKey: string;
  /** What its own city counts of it: of an event that several cities hold the province may count another headcount. */
  headcountOfCity: Headcount | null;
  /** The record of another scope that counts it for the province; here it counts all the same. */
  joint: MergeTarget | null;
}

/** A policy as a summary has it: a row of 表一. */
export interface CountedPolicy extends Source {
  issuer: string;
  issuedOn: string;
  remark: string;
}

/** A record that is in no table, and why. */
export interface LeftOut extends Source {
  what: 'activity' | 'policy';
  reason: LeftOutReason;
  /** The record that counts for both. */
  into: MergeTarget | null;
  /** Of an activity. */
  table: ActivityTable | null;
  headcount: Headcount | null;
  /** Counted by its own city and again by the other's: what the province takes off the sum of its cities. */
  isShared: boolean;
}

/** A finding that somebody stands by (据实说明): what was found, of which record, and the words to print. */
export interface StatedFinding {
  id: string;
  kind: FindingKind;
  recordId: string;
  name: string;
  unitName: string;
  unitCity: Jurisdiction;
  note: string;
}

/** How a unit's or a city's week stands (报送情况): 有内容、零报告、未报. */
export interface Standing {
  /** The unit's id, or the city's name. */
  id: string;
  name: string;
  city: Jurisdiction;
  status: ReportingStatus;
}

/** What one step of a compilation took in. */
export interface SummaryPart {
  activities: CountedActivity[];
  policies: CountedPolicy[];
  leftOut: LeftOut[];
  units: Standing[];
  cities: Standing[];
  statements: StatedFinding[];
}

export const emptyPart = (): SummaryPart => ({
  activities: [],
  policies: [],
  leftOut: [],
  units: [],
  cities: [],
  statements: [],
});

/** Puts a part's rows to those of the parts before, of every kind there is. */
export function addPart(all: SummaryPart, part: SummaryPart): void {
  for (const kind of Object.keys(all) as (keyof SummaryPart)[]) {
    (all[kind] as unknown[]).push(...part[kind]);
  }
}

function sourceOf({ id, revision, name, unitId, unitName, unitCity }: Source): Source {
  return { id, revision, name, unitId, unitName, unitCity };
}

function reasonOf(
  { state }: Pick<RecordEnvelope, 'state'>,
  isOutside: boolean,
  isCountedElsewhere: boolean,
): LeftOutReason | null {
  if (state === 'announced') return 'not-reported';
  if (state === 'reported') return 'waiting';
  if (state !== 'accepted') return state;
  if (isOutside) return 'outside';
  return isCountedElsewhere ? 'merged' : null;
}

type Taken<Counted> = { counted: Counted; leftOut: null } | { counted: null; leftOut: LeftOut };

function targetOf({ id, name, unitId, unitName, unitCity }: MergeTarget): MergeTarget {
  return { id, name, unitId, unitName, unitCity };
}

/** Which records lie in a scope, and which in the jurisdiction that a record answers to. */
function boundsFor(scope: SummaryScope, { unitCity }: Pick<Source, 'unitCity'>) {
  return {
    inScope: (member: JointMember) => isWithin(scope, member),
    inItsCity: (member: JointMember) => member.unitCity === unitCity,
  };
}

/** The record that counts in a scope for one that is merged with others: itself, another, or none; itself where it is merged with none. */
function countingFor(
  { id, joint }: RecordEnvelope,
  isInBounds: (member: JointMember) => boolean,
): string | null {
  return joint === null ? id : (countsWithin(joint, isInBounds)?.id ?? null);
}

/** Where a record of a scope counts for the province, when that is outside of the scope. */
function countedOutside({ joint }: RecordEnvelope, scope: SummaryScope): MergeTarget | null {
  const counting = joint === null ? null : countsWithin(joint, () => true);
  return counting === null || isWithin(scope, counting) ? null : targetOf(counting);
}

function leftOutOf(
  what: LeftOut['what'],
  record: RecordEnvelope & { name: string; table?: ActivityTable },
  { reason, scope, headcount }: { reason: LeftOutReason; scope: SummaryScope; headcount: Headcount | null },
): LeftOut {
  const { inScope, inItsCity } = boundsFor(scope, record);
  const counting = record.joint === null ? null : countsWithin(record.joint, inScope);
  const into = reason === 'merged' && counting !== null ? targetOf(counting) : null;
  const countsInItsCity = countingFor(record, inItsCity) === record.id;
  return {
    what,
    ...sourceOf(record),
    reason,
    into,
    table: record.table ?? null,
    headcount,
    isShared: into !== null && into.unitCity !== record.unitCity && countsInItsCity,
  };
}

/**
 * An activity as the summary of a scope takes it in, or why it does not. A joint event counts once in a scope, if any of its records there
 * is accepted: the leading one, else the first; with all of its hosts, and the headcount that the records in the scope give together.
 */
export function takeActivity(
  activity: Activity,
  edition: CompiledEdition,
  scope: SummaryScope,
): Taken<CountedActivity> {
  const { inScope, inItsCity } = boundsFor(scope, activity);
  const { joint } = activity;
  const isElsewhere = countingFor(activity, inScope) !== activity.id;
  const headcountIn = (isInBounds: (member: JointMember) => boolean): Headcount | null =>
    headcountAsKept(joint === null ? activity.headcount : headcountWithin(joint, isInBounds));
  const reason = reasonOf(activity, !isInEdition(activity, edition), isElsewhere);
  if (reason !== null) {
    const headcount = reason === 'merged' ? headcountIn(inItsCity) : headcountAsKept(activity.headcount);
    return { counted: null, leftOut: leftOutOf('activity', activity, { reason, scope, headcount }) };
  }
  const { table, type, typeOther, about, firstDay, mode, fields, series, sortKey } = activity;
  const hosts = joint === null ? hostNames(activity) : [...joint.hosts, ...joint.coHosts];
  const counted: CountedActivity = {
    ...sourceOf(activity),
    table,
    type,
    typeOther,
    hosts: hosts.join('、'),
    headcount: headcountIn(inScope),
    about,
    day: firstDay < edition.firstDay ? edition.firstDay : firstDay,
    mode,
    fields: [...fields],
    series,
    sortKey,
    headcountOfCity: headcountIn(scope.kind === 'unit' ? inScope : inItsCity),
    joint: countedOutside(activity, scope),
  };
  return { counted, leftOut: null };
}

/** A headcount with its fields in one order, for the checksum. */
function headcountAsKept(headcount: Headcount | null): Headcount | null {
  return headcount === null ? null : { count: headcount.count, method: headcount.method };
}

/** The same of a policy; it may be older than the week. */
export function takePolicy(policy: Policy, scope: SummaryScope): Taken<CountedPolicy> {
  const { inScope } = boundsFor(scope, policy);
  const reason = reasonOf(policy, false, countingFor(policy, inScope) !== policy.id);
  if (reason !== null)
    return { counted: null, leftOut: leftOutOf('policy', policy, { reason, scope, headcount: null }) };
  const { issuer, issuedOn, documentNumber, remark } = policy;
  const counted: CountedPolicy = {
    ...sourceOf(policy),
    issuer,
    issuedOn,
    remark: [documentNumber, remark].filter(Boolean).join('；'),
  };
  return { counted, leftOut: null };
}

/**
 * The checksum (校验码) of everything taken in so far and of one more part, whose rows are in the order of their ids. It runs
 * over the rows one by one, so that it does not depend on how many a part holds: the same snapshot, the same checksum.
 */
export function extendChecksum(
  checksum: string,
  part: SummaryPart,
  digest: (text: string) => string,
): string {
  return [
    ...part.activities,
    ...part.policies,
    ...part.leftOut,
    ...part.units,
    ...part.cities,
    ...part.statements,
  ]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .reduce((so, row) => digest(`${so}\n${JSON.stringify(row)}`), checksum);
}
