import { fillForm } from '#shared/official-form/fill-form';
import { summarySheets } from '#shared/summary/summary-sheets';
import { toTables } from '#shared/summary/summary-tables';
import { instantOf } from '#shared/ground/guangdong-time';
import type { Reader } from '../platform/database';
import { snapshotOf, type KeptSummary } from '../store/summary/summaries';
import { writeWorkbook } from './write-workbook';

/**
 * A compiled version as its workbook. Nothing of when or as which version it was compiled goes in: two versions of one snapshot
 * are the same file, which is dated by the week's end.
 */
export async function summaryWorkbook(reader: Reader, summary: KeptSummary): Promise<Buffer> {
  const { edition, scopeName, totals } = summary;
  const snapshot = await snapshotOf(reader, summary);
  return writeWorkbook(
    fillForm(edition, toTables(snapshot)),
    summarySheets({ edition, scopeName, totals, snapshot }),
    instantOf(edition.lastDay, '00:00'),
  );
}
