import type { Activity } from '../record/activity';
import type { Policy } from '../record/policy';
import { z } from '../zod';

const source = { id: z.string(), revision: z.int() };

/** A row of 表一. */
export const policyRow = z.object({
  ...source,
  name: z.string(),
  issuer: z.string(),
  issuedOn: z.string(),
  remark: z.string(),
});
export type PolicyRow = z.infer<typeof policyRow>;

/** A row of 表二 or 表三. A headcount nobody knows is null, and its cell stays empty. */
export const activityRow = z.object({
  ...source,
  name: z.string(),
  hosts: z.string(),
  headcount: z.int().nullable(),
  about: z.string(),
});
export type ActivityRow = z.infer<typeof activityRow>;

/** The three tables, each row with the record and revision it was taken from (汇总快照). */
export const summaryTables = z.object({
  policies: z.array(policyRow),
  services: z.array(activityRow),
  exhibitions: z.array(activityRow),
});
export type SummaryTables = z.infer<typeof summaryTables>;

export interface SummaryTotals {
  policies: number;
  services: number;
  exhibitions: number;
  headcount: number;
  withoutHeadcount: number;
}

/** Compares by code unit, so that every machine sorts alike. */
function inOrder(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function toPolicyRow({ id, revision, name, issuer, issuedOn, documentNumber, remark }: Policy): PolicyRow {
  return {
    id,
    revision,
    name,
    issuer,
    issuedOn,
    remark: [documentNumber, remark].filter(Boolean).join('；'),
  };
}

function toActivityRow({ id, revision, name, hosts, coHosts, headcount, about }: Activity): ActivityRow {
  return {
    id,
    revision,
    name,
    hosts: [...hosts, ...coHosts].join('、'),
    headcount: headcount?.count ?? null,
    about,
  };
}

/**
 * The rows of the three tables from accepted records: policies by date, activities by day and time.
 * The same records give the same rows, in whatever order they come.
 */
export function compileSummary(activities: readonly Activity[], policies: readonly Policy[]): SummaryTables {
  const ordered = [...activities]
    .filter((activity) => activity.state === 'accepted')
    .sort((one, other) => inOrder(one.sortKey, other.sortKey));
  const rowsOf = (table: Activity['table']) =>
    ordered.filter((activity) => activity.table === table).map(toActivityRow);
  return {
    policies: [...policies]
      .filter((policy) => policy.state === 'accepted')
      .sort((one, other) => inOrder(`${one.issuedOn}#${one.id}`, `${other.issuedOn}#${other.id}`))
      .map(toPolicyRow),
    services: rowsOf('service'),
    exhibitions: rowsOf('exhibition'),
  };
}

/** The figures of compiled tables: rows, the headcount of 表二 and 表三 together, and how many rows have none. */
export function totalsOf({ policies, services, exhibitions }: SummaryTables): SummaryTotals {
  const rows = [...services, ...exhibitions];
  return {
    policies: policies.length,
    services: services.length,
    exhibitions: exhibitions.length,
    headcount: rows.reduce((sum, row) => sum + (row.headcount ?? 0), 0),
    withoutHeadcount: rows.filter((row) => row.headcount === null).length,
  };
}
