import { openReport } from '#shared/contract/summary/open-report';
import { refuse } from '#shared/refusal/errors';
import { reportFigures, reportHeadings, reportSection } from '#shared/summary/report-sections';
import { scopeKeyOf } from '#shared/summary/summary-scope';
import { onRead } from '../../entry/handler';
import { summaryScopeFor } from '../../work/people/review-scope';
import { reportTextsOf } from '../../store/summary/report-texts';
import { findSummary, headOf, latestSummary } from '../../store/summary/summaries';
import { editionAsked } from '../../work/edition/asked-edition';

export const openReportHandler = onRead(
  openReport,
  async ({ editionId: year, scope: asked, summaryId }, { caller, database }) => {
    const named = summaryId === null ? null : await findSummary(database, summaryId);
    const edition = await editionAsked(caller, database, named?.editionId ?? year);
    const editionId = edition.id;
    const { scope, scopeName } = await summaryScopeFor(caller, database, asked, edition);
    const scopeKey = scopeKeyOf(scope);
    const summary = named ?? (await latestSummary(database, editionId, scopeKey));
    if (summary !== null && summary.scopeKey !== scopeKey) throw refuse('NOT_FOUND', { what: 'summary' });
    const texts = await reportTextsOf(database, editionId, scopeKey);
    return {
      scope,
      scopeName,
      summary: summary === null ? null : headOf(summary),
      sections: reportSection.options.map((section) => ({
        section,
        heading: reportHeadings[section],
        figures: summary === null ? [] : reportFigures(section, summary),
        text: texts.get(section)?.text ?? '',
        revision: texts.get(section)?.revision ?? 0,
      })),
    };
  },
);
