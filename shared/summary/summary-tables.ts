import type { CountedActivity, CountedPolicy } from './snapshot';

/** A row of 表一, with the record and revision it was taken from. */
export type PolicyRow = CountedPolicy;
/** A row of 表二 or 表三. A headcount nobody knows is null, and its cell stays empty. */
export type ActivityRow = CountedActivity;

/** The three tables of the form. */
export interface SummaryTables {
  policies: PolicyRow[];
  services: ActivityRow[];
  exhibitions: ActivityRow[];
}

/** Compares by code unit, so that every machine sorts alike. */
function inOrder(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/**
 * The rows of the three tables in the order they are printed: policies by date, activities by day and time.
 * The same rows give the same tables, in whatever order they come.
 */
export function toTables({
  activities,
  policies,
}: {
  activities: readonly CountedActivity[];
  policies: readonly CountedPolicy[];
}): SummaryTables {
  const ordered = [...activities].sort((one, other) => inOrder(one.sortKey, other.sortKey));
  return {
    policies: [...policies].sort((one, other) =>
      inOrder(`${one.issuedOn}#${one.id}`, `${other.issuedOn}#${other.id}`),
    ),
    services: ordered.filter(({ table }) => table === 'service'),
    exhibitions: ordered.filter(({ table }) => table === 'exhibition'),
  };
}
