import { exportWorkbook } from '#shared/contract/summary/export-workbook';
import { formTitle } from '#shared/official-form/official-form';
import { onRead } from '../entry/handler';
import { requireScope } from '../work/people/review-scope';
import { keepFile, temporaryAddressOf } from '../platform/files';
import { privatePath } from '../platform/private-path';
import { findSummary } from '../store/summary/summaries';
import { summaryWorkbook } from './summary-workbook';

export const exportWorkbookHandler = onRead(exportWorkbook, async ({ summaryId }, { caller, database }) => {
  const summary = await findSummary(database, summaryId);
  await requireScope(caller, database, summary.scope);
  const content = await summaryWorkbook(database, summary);
  const fileID = await keepFile(privatePath('workbooks', summary.id, 'xlsx'), content);
  return {
    fileName: `${summary.scopeName}${formTitle(summary.edition)}（第${summary.version}版）.xlsx`,
    url: await temporaryAddressOf(fileID),
    bytes: content.length,
  };
});
