import { exportAuditHeads } from '#shared/contract/audit/export-audit-heads';
import { dayOf } from '#shared/ground/guangdong-time';
import { onRead } from '../../entry/handler';
import { auditHeadsCopy } from '../../store/audit/audit-heads';

export const exportAuditHeadsHandler = onRead(exportAuditHeads, async (_input, { now, database }) => ({
  fileName: `操作记录链尾${dayOf(now)}.txt`,
  text: `${await auditHeadsCopy(database)}\n`,
}));
