import { countsWithin } from '../double/joint-event';
import { tells } from '../record/record';
import type { Activity } from '../record/activity';
import type { Policy } from '../record/policy';
import type { RecordEnvelope } from '../record/record';
import type { Unit } from '../people/unit';
import { eachDay } from '../ground/guangdong-time';
import type { Finding, FindingKind, FindingMend } from './finding';

/** A record of an earlier edition that a headcount is held against. */
export interface EarlierHeadcount {
  id: string;
  name: string;
  count: number;
}

const mends: Record<FindingKind, FindingMend> = {
  'empty-cell': 'correct',
  'date-not-exact': 'correct',
  'headcount-far': 'correct',
  'over-capacity': 'correct',
  'not-reported': 'report',
  waiting: 'review',
  returned: 'answer-return',
  changed: 'look-at-change',
  double: 'compare',
  'silent-unit': 'ask-unit',
};

type About = Pick<Finding, 'what' | 'id' | 'revision' | 'name' | 'unitId' | 'unitName' | 'unitCity'>;
type Detail = Partial<Pick<Finding, 'field' | 'count' | 'against' | 'other'>>;

function found(kind: FindingKind, about: About, detail: Detail = {}): Finding {
  return { kind, ...about, field: '', count: null, against: null, other: null, ...detail, mend: mends[kind] };
}

function aboutRecord(what: About['what'], record: RecordEnvelope & { name: string }): About {
  const { id, revision, name, unitId, unitName, unitCity } = record;
  return { what, id, revision, name, unitId, unitName, unitCity };
}

const farTimes = 3;
const farPersons = 50;

/**
 * Whether a headcount is so far from an earlier one that a clerk would ask: three times or a third of it, and by fifty
 * persons at least.
 *
 * @example isFarFrom(300, 100) // true
 * @example isFarFrom(40, 10) // false, small figures vary
 */
export function isFarFrom(count: number, earlier: number): boolean {
  const [less, more] = count < earlier ? [count, earlier] : [earlier, count];
  return more - less >= farPersons && more >= less * farTimes;
}

/** What of a record's state keeps it out of the tables, or out of sight. */
function findingsOfState(about: About, record: RecordEnvelope): Finding[] {
  const findings: Finding[] = [];
  if (record.state === 'reported') findings.push(found('waiting', about));
  if (record.state === 'returned') findings.push(found('returned', about));
  if (record.state === 'accepted' && record.changedAfterAcceptance.unseen > 0)
    findings.push(found('changed', about, { count: record.changedAfterAcceptance.unseen }));
  return findings;
}

/** Whether the check has anything to say of a record: not once it is taken back, or its city counts another for the same. */
function isChecked(record: RecordEnvelope): boolean {
  const { id, unitCity, joint } = record;
  if (!tells(record)) return false;
  const counting = joint === null ? null : countsWithin(joint, (member) => member.unitCity === unitCity);
  return counting === null || counting.id === id;
}

function findingsOfDoubles(about: About, others: readonly { id: string; name: string }[]): Finding[] {
  return others.map(({ id, name }) => found('double', about, { field: id, other: { id, name } }));
}

/** What a clerk would send back of an activity. `earlier` is the same of an earlier edition, if there is one. */
export function checkActivity(
  activity: Activity,
  earlier: EarlierHeadcount | null,
  likelyDoubles: readonly { id: string; name: string }[] = [],
): Finding[] {
  if (!isChecked(activity)) return [];
  const about = aboutRecord('activity', activity);
  const findings = [...findingsOfState(about, activity), ...findingsOfDoubles(about, likelyDoubles)];
  const { headcount, hosts, about: content, capacity } = activity;
  if (activity.state === 'announced') findings.push(found('not-reported', about, { field: 'headcount' }));
  else if (headcount === null) findings.push(found('empty-cell', about, { field: 'headcount' }));
  if (hosts.every((host) => host.trim() === ''))
    findings.push(found('empty-cell', about, { field: 'hosts' }));
  if (content.trim() === '') findings.push(found('empty-cell', about, { field: 'about' }));
  if (headcount === null) return findings;

  const { count } = headcount;
  const seats = capacity === null ? null : capacity * eachDay(activity.firstDay, activity.lastDay).length;
  if (seats !== null && activity.mode === 'offline' && count > seats)
    findings.push(found('over-capacity', about, { field: 'headcount', count, against: seats }));
  if (earlier !== null && isFarFrom(count, earlier.count)) {
    const other = { id: earlier.id, name: earlier.name };
    findings.push(
      found('headcount-far', about, { field: 'headcount', count, against: earlier.count, other }),
    );
  }
  return findings;
}

/** What a clerk would send back of a policy. */
export function checkPolicy(
  policy: Policy,
  likelyDoubles: readonly { id: string; name: string }[] = [],
): Finding[] {
  if (!isChecked(policy)) return [];
  const about = aboutRecord('policy', policy);
  const findings = [...findingsOfState(about, policy), ...findingsOfDoubles(about, likelyDoubles)];
  if (policy.issuer.trim() === '') findings.push(found('empty-cell', about, { field: 'issuer' }));
  if (policy.issuedOn.length < 10) findings.push(found('date-not-exact', about, { field: 'issuedOn' }));
  return findings;
}

/** A unit of which nothing came, not even a nil report (未报). */
export function findSilent({ id, name, city }: Pick<Unit, 'id' | 'name' | 'city'>): Finding {
  return found('silent-unit', {
    what: 'unit',
    id,
    revision: null,
    name,
    unitId: id,
    unitName: name,
    unitCity: city,
  });
}
