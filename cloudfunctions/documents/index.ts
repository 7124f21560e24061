import { serve } from '../entry/serve';
import { exportBulletinHandler } from './export-bulletin';
import { exportWorkbookHandler } from './export-workbook';
import { sendBulletinHandler } from './send-bulletin';

/** Files: the heavy libraries live only here. */
export const main = serve([exportWorkbookHandler, exportBulletinHandler, sendBulletinHandler]);
