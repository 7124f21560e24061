import { compareSummaries } from '#shared/contract/summary/compare-summaries';
import { wrongField } from '#shared/refusal/errors';
import {
  comparableActivity,
  comparablePolicy,
  differenceOf,
  type ComparableRow,
  type Difference,
} from '#shared/summary/compare-snapshots';
import { onRead } from '../../entry/handler';
import { requireScope } from '../../work/people/review-scope';
import type { Reader } from '../../platform/database';
import { findSummary, headOf, partsOf, type KeptSummary } from '../../store/summary/summaries';

/** A reply stays far under the platform's 1 MB; a version that differs in more is another one altogether. */
const mostListed = 200;

async function* rowsOf(reader: Reader, summary: KeptSummary): AsyncGenerator<ComparableRow> {
  for await (const { activities, policies } of partsOf(reader, summary)) {
    yield* activities.map(comparableActivity);
    yield* policies.map(comparablePolicy);
  }
}

/** Every difference: only the earlier version is held in memory, the later passes by. */
async function* differencesOf(
  reader: Reader,
  earlier: KeptSummary,
  later: KeptSummary,
): AsyncGenerator<Difference> {
  const before = new Map<string, ComparableRow>();
  for await (const row of rowsOf(reader, earlier)) before.set(`${row.what} ${row.id}`, row);
  for await (const row of rowsOf(reader, later)) {
    const difference = differenceOf(before.get(`${row.what} ${row.id}`), row);
    before.delete(`${row.what} ${row.id}`);
    if (difference !== null) yield difference;
  }
  for (const row of before.values()) {
    const difference = differenceOf(row, undefined);
    if (difference !== null) yield difference;
  }
}

export const compareSummariesHandler = onRead(
  compareSummaries,
  async ({ earlierId, laterId }, { caller, database }) => {
    const earlier = await findSummary(database, earlierId);
    const later = await findSummary(database, laterId);
    await requireScope(caller, database, earlier.scope);
    await requireScope(caller, database, later.scope);
    if (earlier.editionId !== later.editionId || earlier.scopeKey !== later.scopeKey)
      throw wrongField('laterId', 'not-a-choice');
    const differences: Difference[] = [];
    let more = 0;
    for await (const difference of differencesOf(database, earlier, later)) {
      if (differences.length < mostListed) differences.push(difference);
      else more += 1;
    }
    return { earlier: headOf(earlier), later: headOf(later), differences, more };
  },
);
