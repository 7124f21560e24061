import { refuse } from '#shared/contract/errors';
import { exportWorkbook } from '#shared/contract/export-workbook';
import type { SummaryScope } from '#shared/contract/open-summary';
import { fillForm } from '#shared/official-form/fill-form';
import { formTitle } from '#shared/official-form/official-form';
import { onRead } from '../entry/handler';
import { reviewScopeOf } from '../entry/review-scope';
import { keepFile, temporaryAddressOf } from '../platform/files';
import { findSummary, scopeKeyOf, tablesOf } from '../store/summaries';
import { writeWorkbook } from './write-workbook';

function nameOf(scope: SummaryScope): string {
  return scope.kind === 'city' ? `${scope.city}市` : '广东省';
}

export const exportWorkbookHandler = onRead(exportWorkbook, async ({ summaryId }, { caller, database }) => {
  const summary = await findSummary(database, summaryId);
  const scope = reviewScopeOf(caller);
  const isWithin = scope.kind === 'province' || scopeKeyOf(scope) === summary.scopeKey;
  if (!isWithin) throw refuse('FORBIDDEN', {});
  const edition = { id: summary.editionId };
  const content = await writeWorkbook(
    fillForm(edition, await tablesOf(database, summary)),
    summary.compiledAt,
  );
  const fileID = await keepFile(`workbooks/${summary.id}.xlsx`, content);
  return {
    fileName: `${nameOf(summary.scope)}${formTitle(edition)}（第${summary.version}版）.xlsx`,
    url: await temporaryAddressOf(fileID),
    bytes: content.length,
  };
});
