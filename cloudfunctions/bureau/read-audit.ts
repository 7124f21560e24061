import { readAudit } from '#shared/contract/read-audit';
import { onRead } from '../entry/handler';
import { latestEntries } from '../store/audit';

const pageSize = 20;

export const readAuditHandler = onRead(readAudit, async ({ about, action, before }, { database }) => {
  const found = await latestEntries(database, { about, action, before, size: pageSize + 1 });
  const entries = found.slice(0, pageSize);
  return { entries, next: found.length > pageSize ? (entries.at(-1)?.order ?? null) : null };
});
