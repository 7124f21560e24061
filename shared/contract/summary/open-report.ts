import { askedEdition } from '../../week/edition';
import { reportSection } from '../../summary/report-sections';
import { summaryScope } from '../../summary/summary-scope';
import { z } from '../../zod';
import { action } from '../action';
import { askedScope, summaryHead, summaryId } from './summary-views';

/** The report before it is written (总结): each section with a version's figures and the staff's own text. */
export const openReport = action('openReport', {
  request: z.strictObject({
    editionId: askedEdition,
    scope: askedScope,
    /** Whose figures, of its own edition; null for the scope's latest version. */
    summaryId: summaryId.nullable(),
  }),
  reply: z.object({
    scope: summaryScope,
    scopeName: z.string(),
    /** Null before anything was compiled; the sections have no figures then. */
    summary: summaryHead.nullable(),
    sections: z.array(
      z.object({
        section: reportSection,
        heading: z.string(),
        figures: z.array(z.string()),
        text: z.string(),
        /** 0 before anything was written. */
        revision: z.int(),
      }),
    ),
  }),
});
