import { exportAuditHeads } from '#shared/contract/export-audit-heads';
import { dayOf } from '#shared/week/guangdong-time';
import { onRead } from '../entry/handler';
import { auditHeadsCopy } from '../store/audit-heads';

export const exportAuditHeadsHandler = onRead(exportAuditHeads, async (_input, { now, database }) => ({
  fileName: `操作记录链尾${dayOf(now)}.txt`,
  text: `${await auditHeadsCopy(database)}\n`,
}));
