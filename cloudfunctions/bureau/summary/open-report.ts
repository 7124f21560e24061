import { openReport } from '#shared/contract/summary/open-report';
import { refuse } from '#shared/refusal/errors';
import { reportFigures, reportHeadings, reportSection } from '#shared/summary/report-sections';
import { scopeKeyOf } from '#shared/summary/summary-scope';
import { onRead } from '../../entry/handler';
import { summaryScopeFor } from '../../work/people/review-scope';
import { currentEdition } from '../../store/edition/editions';
import { reportTextsOf } from '../../store/summary/report-texts';
import { findSummary, headOf, latestSummary } from '../../store/summary/summaries';

export const openReportHandler = onRead(
  openReport,
  async ({ scope: asked, summaryId }, { caller, database }) => {
    const edition = await currentEdition(database);
    const editionId = edition.id;
    const { scope, scopeName } = await summaryScopeFor(caller, database, asked, edition);
    const scopeKey = scopeKeyOf(scope);
    const summary =
      summaryId === null
        ? await latestSummary(database, editionId, scopeKey)
        : await findSummary(database, summaryId);
    if (summary !== null && (summary.scopeKey !== scopeKey || summary.editionId !== editionId))
      throw refuse('NOT_FOUND', { what: 'summary' });
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
