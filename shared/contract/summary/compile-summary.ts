import { askedEdition } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';
import { askedScope, compilation } from './summary-views';

/**
 * Compiles a summary of the week (汇总): a new version, never a changed one. Starts a compilation, or takes up the one of the
 * same scope that runs, and does as much of it as fits in a few seconds; `continueSummary` does the rest.
 */
export const compileSummary = action('compileSummary', {
  request: z.strictObject({ editionId: askedEdition, scope: askedScope }),
  reply: compilation,
});
