import { recordFile } from '../../record/record';
import { line } from '../../ground/typed-text';
import { z } from '../../zod';
import { action } from '../action';
import { recordRevision } from './record-reference';

/**
 * Adds what was uploaded to a record (上传图片、附件): its kind by its content, pictures cleared of where they were taken and
 * checked. INVALID_INPUT at `fileID` for a wrong kind, size or number, NOT_FOUND when nothing was uploaded,
 * CONTENT_REJECTED when the picture may not be shown.
 */
export const keepFile = action('keepFile', {
  request: z.strictObject({
    ...recordRevision.shape,
    purpose: recordFile.shape.purpose,
    /** The platform's id of what was uploaded under the path of `startUpload`. */
    fileID: z.string().max(300),
    /** What the person calls it. */
    name: line.min(1).max(80),
    reason: line.max(100).default(''),
  }),
  reply: z.object({ file: recordFile, revision: z.int() }),
});
