import { serve } from '../entry/serve';
import { exportReportHandler } from './export-report';
import { exportWorkbookHandler } from './export-workbook';

/** Files: the heavy libraries live only here. */
export const main = serve([exportWorkbookHandler, exportReportHandler]);
