import { serve } from '../entry/serve';
import { exportBulletinHandler } from './export-bulletin';
import { exportReportHandler } from './export-report';
import { exportUnitTemplateHandler } from './export-unit-template';
import { exportWorkbookHandler } from './export-workbook';
import { importUnitsHandler } from './import-units';
import { mailSummaryHandler } from './mail-summary';
import { sendBulletinHandler } from './send-bulletin';

/** Files: the heavy libraries live only here. */
export const main = serve('documents', {
  exportWorkbook: exportWorkbookHandler,
  exportReport: exportReportHandler,
  mailSummary: mailSummaryHandler,
  exportBulletin: exportBulletinHandler,
  sendBulletin: sendBulletinHandler,
  importUnits: importUnitsHandler,
  exportUnitTemplate: exportUnitTemplateHandler,
});
