import { compileSummary } from '#shared/contract/summary/compile-summary';
import { continueSummary } from '#shared/contract/summary/continue-summary';
import type { SummaryHead } from '#shared/contract/summary/summary-views';
import type { CountedActivity, CountedPolicy, LeftOut, SummaryPart } from '#shared/summary/snapshot';
import type { SummaryScope } from '#shared/summary/summary-scope';
import { get, kept, type PersonId } from './running-cloud';

/** Compiles a summary to its end, as the phone does: the version it made. */
export async function compile(person: PersonId, scope: SummaryScope | null = null): Promise<SummaryHead> {
  let { summary, summaryId } = await get(person, compileSummary, { scope });
  while (summary === null) ({ summary, summaryId } = await get(person, continueSummary, { summaryId }));
  return summary;
}

/** The parts of a version, as they are kept. */
export async function partsOf({ id }: { id: string }): Promise<SummaryPart[]> {
  const parts = await kept('summary-parts');
  return parts.filter((part) => part.summaryId === id) as unknown as SummaryPart[];
}

/** The records that a version counts. */
export async function recordsIn(summary: { id: string }): Promise<(CountedActivity | CountedPolicy)[]> {
  return (await partsOf(summary)).flatMap(({ activities, policies }) => [...activities, ...policies]);
}

/** The records that a version leaves out, with the reasons. */
export async function leftOutOf(summary: { id: string }): Promise<LeftOut[]> {
  return (await partsOf(summary)).flatMap(({ leftOut }) => leftOut);
}
