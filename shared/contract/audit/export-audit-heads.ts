import { z } from '../../zod';
import { action } from '../action';

/** The ends of the audit's chains as a small file to keep elsewhere (链尾副本); `verifyAudit` compares with it. */
export const exportAuditHeads = action('exportAuditHeads', {
  request: z.strictObject({}),
  reply: z.object({ fileName: z.string(), text: z.string() }),
});
