import { listSummaryVersions } from '#shared/contract/summary/list-summary-versions';
import { scopeKeyOf } from '#shared/summary/summary-scope';
import { onRead } from '../../entry/handler';
import { summaryScopeFor } from '../../work/people/review-scope';
import { submissionsOfVersions } from '../../store/summary/submissions';
import { headOf, summaryVersions } from '../../store/summary/summaries';
import { editionAsked } from '../../work/edition/asked-edition';

export const listSummaryVersionsHandler = onRead(
  listSummaryVersions,
  async ({ editionId, scope: asked, before }, { caller, database }) => {
    const edition = await editionAsked(caller, database, editionId);
    const { scope, scopeName } = await summaryScopeFor(caller, database, asked, edition);
    const { versions, next } = await summaryVersions(database, {
      editionId: edition.id,
      scopeKey: scopeKeyOf(scope),
      before,
    });
    const submissions = await submissionsOfVersions(
      database,
      versions.map(({ id }) => id),
    );
    return {
      scope,
      scopeName,
      versions: versions.map((version) => ({
        ...headOf(version),
        submission: submissions.get(version.id) ?? null,
      })),
      next,
    };
  },
);
