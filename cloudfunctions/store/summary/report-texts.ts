import { requireRevision } from '#shared/refusal/require-revision';
import type { ReportSection } from '#shared/summary/report-sections';
import type { Reader, Transaction } from '../../platform/database';
import { idFrom } from '../../platform/digest';
import { uniqueIndexOn, type Collection } from '../collection';

/** The staff's own text of a section of a scope's report (总结正文). */
export interface ReportText {
  id: string;
  editionId: string;
  scopeKey: string;
  section: ReportSection;
  text: string;
  revision: number;
  updatedAt: number;
  by: string;
}

export const reportTexts: Collection = {
  name: 'report-texts',
  indexes: [uniqueIndexOn('editionId', 'scopeKey', 'section')],
};

/** More than there are sections. */
const mostSections = 20;

/** The texts of a scope's report, by section. */
export async function reportTextsOf(
  reader: Reader,
  editionId: string,
  scopeKey: string,
): Promise<ReadonlyMap<ReportSection, ReportText>> {
  const found = await reader.list<ReportText>(reportTexts.name, {
    where: { editionId, scopeKey },
    limit: mostSections,
  });
  return new Map(found.map((each) => [each.section, each]));
}

/** Keeps a text in place of the revision it was changed from; CONFLICT when another one is kept. */
export async function keepReportText(
  transaction: Transaction,
  text: Omit<ReportText, 'id' | 'revision'>,
  from: number,
): Promise<ReportText> {
  const id = idFrom(`${text.editionId} ${text.scopeKey} ${text.section}`);
  const current = await transaction.find<ReportText>(reportTexts.name, id);
  requireRevision(current === null ? { revision: 0, updatedAt: text.updatedAt } : { ...current }, from);
  const kept: ReportText = { ...text, id, revision: from + 1 };
  await transaction.replace(reportTexts.name, kept);
  return kept;
}
