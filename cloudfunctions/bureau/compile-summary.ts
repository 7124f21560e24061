import { compileSummary as contract } from '#shared/contract/compile-summary';
import type { Activity } from '#shared/record/activity';
import type { City } from '#shared/record/region';
import { compileSummary, totalsOf } from '#shared/summary/compile-summary';
import { onWrite } from '../entry/handler';
import { cityOf, reviewScopeOf } from '../entry/review-scope';
import type { Reader } from '../platform/database';
import { digestOf } from '../platform/digest';
import { activitiesInState } from '../store/activities';
import { currentEdition } from '../store/editions';
import { acceptedPolicies } from '../store/policies';
import { insertSummary, latestSummary, scopeKeyOf } from '../store/summaries';

/** Records with every field at their longest stay under the platform's 1 MB a read. */
const readAtOnce = 100;

async function acceptedActivities(reader: Reader, editionId: string, city: City | null): Promise<Activity[]> {
  const accepted: Activity[] = [];
  let after: string | null = null;
  do {
    const page = await activitiesInState(reader, {
      editionId,
      city,
      state: 'accepted',
      after,
      size: readAtOnce,
    });
    accepted.push(...page.activities);
    after = page.next;
  } while (after !== null);
  return accepted;
}

export const compileSummaryHandler = onWrite(
  contract,
  async (_input, { caller, now, transaction, newId }) => {
    const edition = await currentEdition(transaction);
    const scope = reviewScopeOf(caller);
    const tables = compileSummary(
      await acceptedActivities(transaction, edition.id, cityOf(scope)),
      await acceptedPolicies(transaction, edition.id, cityOf(scope)),
    );
    const latest = await latestSummary(transaction, edition.id, scope);
    const summary = {
      id: newId,
      editionId: edition.id,
      scope,
      scopeKey: scopeKeyOf(scope),
      version: (latest?.version ?? 0) + 1,
      compiledAt: now,
      compiledBy: caller.openid,
      checksum: digestOf(JSON.stringify(tables)),
      ...totalsOf(tables),
    };
    await insertSummary(transaction, summary, tables);
    return { summary };
  },
);
