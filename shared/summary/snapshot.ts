import type { ActivityTable, ActivityType } from '../record/activity-types';
import { isInEdition, type Activity, type AttendanceMode, type Headcount } from '../record/activity';
import { hostNames } from '../record/co-host';
import type { Policy } from '../record/policy';
import type { ReportingStatus } from '../record/nil-report';
import type { RecordEnvelope } from '../record/record';
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
export type MergeTarget = Pick<Source, 'id' | 'name' | 'unitId' | 'unitName' | 'unitCity'>;

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
  /** The record of another scope that it was merged into; here it counts all the same. */
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
  /** The record it was merged into. */
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
  isMergedWithin: boolean,
): LeftOutReason | null {
  if (state === 'announced') return 'not-reported';
  if (state === 'reported') return 'waiting';
  if (state !== 'accepted') return state;
  if (isOutside) return 'outside';
  return isMergedWithin ? 'merged' : null;
}

type Taken<Counted> = { counted: Counted; leftOut: null } | { counted: null; leftOut: LeftOut };

function leftOutOf(
  what: LeftOut['what'],
  record: Source & { table?: ActivityTable; headcount?: Headcount | null },
  reason: LeftOutReason,
  into: MergeTarget | null,
): LeftOut {
  return {
    what,
    ...sourceOf(record),
    reason,
    into: reason === 'merged' ? into : null,
    table: record.table ?? null,
    headcount: record.headcount ?? null,
    isShared: reason === 'merged' && into !== null && into.unitCity !== record.unitCity,
  };
}

/**
 * An activity as the summary of a scope takes it in, or why it does not. One that was merged into a record of the same
 * scope is told there; merged into another scope's it still counts here. `into` is the record at the end of its merges.
 */
export function takeActivity(
  activity: Activity,
  edition: CompiledEdition,
  scope: SummaryScope,
  into: MergeTarget | null,
): Taken<CountedActivity> {
  const isMergedWithin = into !== null && isWithin(scope, into);
  const reason = reasonOf(activity, !isInEdition(activity, edition), isMergedWithin);
  if (reason !== null) return { counted: null, leftOut: leftOutOf('activity', activity, reason, into) };
  const {
    table,
    type,
    typeOther,
    hosts,
    coHosts,
    headcount,
    about,
    firstDay,
    mode,
    fields,
    series,
    sortKey,
  } = activity;
  const counted: CountedActivity = {
    ...sourceOf(activity),
    table,
    type,
    typeOther,
    hosts: hostNames({ hosts, coHosts }).join('、'),
    headcount: headcount === null ? null : { count: headcount.count, method: headcount.method },
    about,
    day: firstDay < edition.firstDay ? edition.firstDay : firstDay,
    mode,
    fields: [...fields],
    series,
    sortKey,
    joint: into,
  };
  return { counted, leftOut: null };
}

/** The same of a policy; it may be older than the week. */
export function takePolicy(
  policy: Policy,
  scope: SummaryScope,
  into: MergeTarget | null,
): Taken<CountedPolicy> {
  const reason = reasonOf(policy, false, into !== null && isWithin(scope, into));
  if (reason !== null) return { counted: null, leftOut: leftOutOf('policy', policy, reason, into) };
  const { issuer, issuedOn, documentNumber, remark } = policy;
  const counted: CountedPolicy = {
    ...sourceOf(policy),
    issuer,
    issuedOn,
    remark: [documentNumber, remark].filter(Boolean).join('；'),
  };
  return { counted, leftOut: null };
}

/** The record that a merge target is kept as in a snapshot. */
export function mergeTargetOf({ id, name, unitId, unitName, unitCity }: MergeTarget): MergeTarget {
  return { id, name, unitId, unitName, unitCity };
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
