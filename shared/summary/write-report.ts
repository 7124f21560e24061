import { chineseNumber, type LetterPart, type OfficialLetter } from '../official-form/official-letter';
import {
  reportFigures,
  reportHeadings,
  reportSection,
  type ReportSection,
  type ReportSource,
} from './report-sections';
import { knownHeadcount, type CityGroup, type Figures, type SummaryTotals } from './summary-totals';

/** A headcount in a cell: what nobody knows is said so and never 0, and beside what is known how many are missing. */
function headcountCell(figures: Figures): string {
  const headcount = knownHeadcount(figures);
  if (headcount === null) return '待统计';
  return figures.withoutHeadcount === 0
    ? String(headcount)
    : `${headcount}（另${figures.withoutHeadcount}场待统计）`;
}

function cityRow({ key, ...figures }: CityGroup): string[] {
  const { policies, services, exhibitions } = figures;
  return [key, String(policies), String(services), String(exhibitions), headcountCell(figures)];
}

/** The sums under the cities, as the sheet by city has them. */
function sumRows({ sum }: SummaryTotals): string[][] {
  if (sum === null) return [];
  return [
    cityRow({ key: '各地合计', ...sum.bySum }),
    cityRow({ key: '减：重复计算', ...sum.shared }),
    cityRow({ key: '合计', ...sum.result }),
  ];
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
    { role: 'table', columns, rows: [...totals.byCity.map(cityRow), ...sumRows(totals)] },
    { role: 'note', text: '注：两地联合举办的活动，两地各计一次，合计只计一次。' },
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
