import { askedEdition } from '../../week/edition';
import { paragraphs } from '../../ground/typed-text';
import { reportSection } from '../../summary/report-sections';
import { z } from '../../zod';
import { action } from '../action';
import { askedScope } from './summary-views';

/** Keeps the staff's own text of a section of the report (总结正文). It stays when the summary is compiled again. */
export const saveReportText = action('saveReportText', {
  request: z.strictObject({
    editionId: askedEdition,
    scope: askedScope,
    section: reportSection,
    text: paragraphs.max(4000),
    /** The revision the text was changed from; 0 when none was kept. CONFLICT when another one is. */
    revision: z.int().min(0),
  }),
  reply: z.object({ revision: z.int(), updatedAt: z.int() }),
});
