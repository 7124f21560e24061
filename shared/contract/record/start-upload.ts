import { z } from '../../zod';
import { recordFile } from '../../record/record';
import { action } from '../action';

/** Where the phone may put a file before `keepFile` takes it: a path that nobody guesses and nobody else can use. */
export const startUpload = action('startUpload', {
  request: z.strictObject({ purpose: recordFile.shape.purpose }),
  reply: z.object({ path: z.string() }),
});
