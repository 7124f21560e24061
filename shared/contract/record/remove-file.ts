import { line } from '../../ground/typed-text';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';
import { recordRevision, steppedRecord } from './record-reference';

/** Takes a file off a record (移除图片、附件). NOT_FOUND when the record has no such file. */
export const removeFile = action('removeFile', {
  request: z.strictObject({
    ...recordRevision.shape,
    fileId: recordId,
    reason: line.max(100).default(''),
  }),
  reply: steppedRecord,
});
