import { exportReport } from '#shared/contract/summary/export-report';
import { onRead } from '../entry/handler';
import { requireScope } from '../work/people/review-scope';
import { keepFile, temporaryAddressOf } from '../platform/files';
import { privatePath } from '../platform/private-path';
import { findSummary } from '../store/summary/summaries';
import { summaryReport } from './summary-report';

export const exportReportHandler = onRead(exportReport, async ({ summaryId }, { caller, database }) => {
  const summary = await findSummary(database, summaryId);
  await requireScope(caller, database, summary.scope);
  const content = await summaryReport(database, summary);
  const fileID = await keepFile(privatePath('reports', summary.id, 'docx'), content);
  return {
    fileName: `${summary.scopeName}${summary.edition.title}工作总结（第${summary.version}版）.docx`,
    url: await temporaryAddressOf(fileID),
    bytes: content.length,
  };
});
