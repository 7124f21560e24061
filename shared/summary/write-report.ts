import { chineseNumber, type LetterPart, type OfficialLetter } from '../official-form/official-letter';
import {
  reportFigures,
  reportHeadings,
  reportSection,
  type ReportSection,
  type ReportSource,
} from './report-sections';
import type { CityGroup } from './summary-totals';

function cityRow({ key, policies, services, exhibitions, headcount }: CityGroup): string[] {
  return [key, String(policies), String(services), String(exhibitions), String(headcount)];
}

/** The cities side by side, in the edition's order; of the province only. */
function cityTable({ totals }: ReportSource): LetterPart[] {
  if (totals.sum === null) return [];
  const columns = ['地市', '政策', '服务活动', '展览等活动', '参加人次'].map((title) => ({
    title,
    share: 1,
    align: 'center' as const,
  }));
  return [
    { role: 'table', columns, rows: totals.byCity.map(cityRow) },
    { role: 'note', text: '注：两地联合举办的活动，两地各计一次。' },
  ];
}

/**
 * The report (总结) as an official letter: each section with the version's figures, then the staff's own words.
 * A section of which there is nothing to say keeps its heading, so that nobody forgets it.
 */
export function writeReport(source: ReportSource, texts: ReadonlyMap<ReportSection, string>): OfficialLetter {
  const parts = reportSection.options.flatMap((section, index): LetterPart[] => [
    { role: 'heading1', text: `${chineseNumber(index + 1)}、${reportHeadings[section]}` },
    ...reportFigures(section, source).map((text): LetterPart => ({ role: 'body', text })),
    ...(texts.get(section) ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((text): LetterPart => ({ role: 'body', text })),
    ...(section === 'overview' ? cityTable(source) : []),
  ]);
  return { title: [source.scopeName, source.edition.title, '工作总结'], subtitle: [], parts };
}
