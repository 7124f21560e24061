import { writeReport } from '#shared/summary/write-report';
import type { Reader } from '../platform/database';
import { reportTextsOf } from '../store/summary/report-texts';
import type { KeptSummary } from '../store/summary/summaries';
import { writeOfficialLetter } from './write-official-letter';

/** A version's report (总结) with the staff's text as it is now. */
export async function summaryReport(reader: Reader, summary: KeptSummary): Promise<Buffer> {
  const texts = await reportTextsOf(reader, summary.editionId, summary.scopeKey);
  const words = new Map([...texts].map(([section, { text }]) => [section, text]));
  return writeOfficialLetter(writeReport(summary, words));
}
