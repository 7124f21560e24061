import { columnNames, rowProblem } from '../../people/unit-row';
import { z } from '../../zod';
import { action } from '../action';

/** Two megabytes, written as base64. */
const longestFile = Math.ceil((2 * 1024 * 1024) / 3) * 4;
/** As many rows as one call takes; a province has a few hundred units. */
export const mostRows = 2000;

/**
 * Takes units from an .xlsx (导入单位名录): good rows are kept, every other is reported with its column and why.
 * The same file again takes nothing new. INVALID_INPUT `not-an-xlsx`, `wrong-headings` or `too-many` at `file`.
 */
export const importUnits = action('importUnits', {
  request: z.strictObject({
    /** The file as base64. */
    file: z.string().min(1).max(longestFile),
  }),
  reply: z.object({
    rows: z.int(),
    taken: z.int(),
    /** By row of the sheet, counted from 1 as the sheet does. */
    notTaken: z.array(
      z.object({
        row: z.int(),
        column: z.enum(columnNames),
        reason: rowProblem,
        /** What the cell says, shortened. */
        text: z.string(),
      }),
    ),
  }),
});
