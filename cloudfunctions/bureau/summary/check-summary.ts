import { plainCollections } from '../../store/record/plain-records';
import { checkSummary } from '#shared/contract/summary/check-summary';
import { wrongField } from '#shared/refusal/errors';
import type { Activity } from '#shared/record/activity';
import type { Policy } from '#shared/record/policy';
import type { Finding } from '#shared/summary/finding';
import { checkActivity, checkPolicy, findSilent } from '#shared/summary/pre-check';
import { boundsOf, type SummaryScope } from '#shared/summary/summary-scope';
import { onRead } from '../../entry/handler';
import { summaryScopeFor } from '../../work/people/review-scope';
import type { Database, Reader } from '../../platform/database';
import { activities } from '../../store/record/activities';
import { openDoublesAmong } from '../../store/record/doubles';
import { earlierHeadcounts } from '../../work/summary/earlier-headcounts';
import { editionBefore } from '../../store/edition/editions';
import { reportingOf, type Reporting } from '../../work/record/reporting';
import { recordsById } from '../../store/summary/summary-reading';
import { unitsOfScope } from '../../work/summary/summary-units';
import { statementId, statementsOf } from '../../store/summary/summary-statements';
import { editionBegun } from '../../work/edition/asked-edition';

/** Records with every field at their longest stay under the platform's 1 MB a read. */
const pageSize = 60;
const pagesInACall = 4;

interface Page {
  findings: Finding[];
  read: number;
  after: string | null;
}

interface Checked {
  /** How the units stand for the week: read once a call, and only where units are checked. */
  reporting: () => Promise<Reporting>;
  editionId: string;
  scope: SummaryScope;
  after: string | null;
}

function pageOf(found: readonly { id: string }[], findings: Finding[]): Page {
  return {
    findings,
    read: found.length,
    after: found.length < pageSize ? null : (found.at(-1)?.id ?? null),
  };
}

async function checkActivities(reader: Reader, { editionId, scope, after }: Checked): Promise<Page> {
  const query = { editionId, bounds: boundsOf(scope), after, size: pageSize };
  const found = await recordsById<Activity>(reader, activities.name, query);
  const doubles = await openDoublesAmong(
    reader,
    'activity',
    found.map(({ id }) => id),
  );
  const before = await editionBefore(reader, editionId);
  const earlier = before === null ? null : await earlierHeadcounts(reader, before.id, found);
  return pageOf(
    found,
    found.flatMap((each) => checkActivity(each, earlier?.get(each.id) ?? null, doubles.get(each.id))),
  );
}

async function checkPolicies(reader: Reader, { editionId, scope, after }: Checked): Promise<Page> {
  const query = { editionId, bounds: boundsOf(scope), after, size: pageSize };
  const found = await recordsById<Policy>(reader, plainCollections.policy.name, query);
  const ids = found.map(({ id }) => id);
  const doubles = await openDoublesAmong(reader, 'policy', ids);
  return pageOf(
    found,
    found.flatMap((each) => checkPolicy(each, doubles.get(each.id))),
  );
}

async function checkUnits(database: Database, { reporting, scope, after }: Checked): Promise<Page> {
  const found = await unitsOfScope(database, scope, after, pageSize);
  const standing = await reporting();
  const silent = found.filter(
    ({ id, state }) => state === 'active' && standing.unit(id).status === 'not-reported',
  );
  return { ...pageOf(found, silent.map(findSilent)), read: 0 };
}

const phases = [
  { name: 'activities', check: checkActivities },
  { name: 'policies', check: checkPolicies },
  { name: 'units', check: checkUnits },
] as const;

/** Where a call begins: `activities`, or `activities:` and the last id that was looked at. */
function parseCursor(cursor: string | null): { phase: number; after: string | null } {
  if (cursor === null) return { phase: 0, after: null };
  const [name, after = null] = cursor.split(':');
  const phase = phases.findIndex((each) => each.name === name);
  if (phase === -1) throw wrongField('after', 'wrong');
  return { phase, after };
}

function cursorOf(phase: number, after: string | null): string | null {
  const name = phases[phase]?.name;
  if (name === undefined) return null;
  return after === null ? name : `${name}:${after}`;
}

/** Findings with what somebody stands by, as long as that is about the same revision. */
async function withStatements(reader: Reader, editionId: string, findings: readonly Finding[]) {
  const idOf = ({ kind, what, id, field }: Finding) => statementId(editionId, { kind, what, id, field });
  const statements = await statementsOf(reader, findings.map(idOf));
  return findings.map((finding) => {
    const statement = statements.get(idOf(finding));
    const isStated =
      statement !== undefined && statement.note !== '' && statement.revision === finding.revision;
    return { ...finding, stated: isStated ? { note: statement.note, at: statement.at } : null };
  });
}

export const checkSummaryHandler = onRead(
  checkSummary,
  async ({ editionId: year, scope: asked, after: cursor }, { caller, database }) => {
    const edition = await editionBegun(caller, database, year);
    const editionId = edition.id;
    const { scope, scopeName } = await summaryScopeFor(caller, database, asked, edition);
    let known: Promise<Reporting> | null = null;
    const reporting = () => (known ??= reportingOf(database, edition, 'week'));
    let { phase, after } = parseCursor(cursor);
    const findings: Finding[] = [];
    let checked = 0;
    for (let pages = 0; pages < pagesInACall; pages += 1) {
      const current = phases[phase];
      if (current === undefined) break;
      const page = await current.check(database, { reporting, editionId, scope, after });
      findings.push(...page.findings);
      checked += page.read;
      after = page.after;
      if (after === null) phase += 1;
    }
    return {
      scope,
      scopeName,
      checked,
      findings: await withStatements(database, editionId, findings),
      next: cursorOf(phase, after),
    };
  },
);
