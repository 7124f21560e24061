import { serve } from '../entry/serve';
import { exportUnitTemplateHandler } from './export-unit-template';
import { exportWorkbookHandler } from './export-workbook';
import { importUnitsHandler } from './import-units';

/** Files: the heavy libraries live only here. */
export const main = serve([exportWorkbookHandler, importUnitsHandler, exportUnitTemplateHandler]);
