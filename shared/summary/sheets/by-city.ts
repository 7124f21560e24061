import { fillTable, numberColumn, textColumn, type Column } from '../../official-form/sheet-table';
import type { ReportingStatus } from '../../record/nil-report';
import { statusWords } from '../summary-words';
import { figureColumns, type FigureCells } from './figure-columns';
import { traceNote, type SheetKind, type SheetSource } from './sheet';

/** What a city, or a sum of cities, has in its row; null where it is not said. */
interface CityRow {
  label: string;
  status: ReportingStatus | null;
  policies: number | null;
  services: number | null;
  exhibitions: number | null;
  figures: FigureCells;
  /** How many units stand so. */
  units: Record<ReportingStatus, number> | null;
}

const columns: readonly Column<CityRow>[] = [
  textColumn('地市', 16, ({ label }) => label),
  textColumn('情况', 9, ({ status }) => (status === null ? null : statusWords[status])),
  numberColumn('政策（表一）', 14, ({ policies }) => policies),
  numberColumn('服务（表二）', 14, ({ services }) => services),
  numberColumn('展览等（表三）', 15, ({ exhibitions }) => exhibitions),
  ...figureColumns<CityRow>([12, 12, 17, 15]),
  numberColumn('有内容单位', 13, ({ units }) => units?.['has-content'] ?? null),
  numberColumn('零报告单位', 13, ({ units }) => units?.nil ?? null),
  numberColumn('未报单位', 12, ({ units }) => units?.['not-reported'] ?? null),
];

/** How many units of a city, or of all, stand each way. */
function unitsOf({ snapshot }: SheetSource, city: string | null): Record<ReportingStatus, number> {
  const count = (status: ReportingStatus) =>
    snapshot.units.filter((each) => each.status === status && (city === null || each.city === city)).length;
  return { 'has-content': count('has-content'), nil: count('nil'), 'not-reported': count('not-reported') };
}

function cityRows(source: SheetSource): CityRow[] {
  const { totals, snapshot } = source;
  return totals.byCity.map(({ key, policies, services, exhibitions, ...figures }) => ({
    label: key,
    status: snapshot.cities.find(({ id }) => id === key)?.status ?? null,
    policies,
    services,
    exhibitions,
    figures,
    units: unitsOf(source, key),
  }));
}

function sumRow(label: string, of: { activities: number; headcount: number; policies: number }): CityRow {
  const { activities, headcount, policies } = of;
  return {
    label,
    status: null,
    policies,
    services: null,
    exhibitions: null,
    figures: { activities, headcount, estimated: null, withoutHeadcount: null },
    units: null,
  };
}

function totalRow(source: SheetSource): CityRow {
  const { totals } = source;
  const inTable = (key: string) => totals.byTable.find((each) => each.key === key)?.activities ?? 0;
  return {
    label: '合计',
    status: null,
    policies: totals.policies,
    services: inTable('service'),
    exhibitions: inTable('exhibition'),
    figures: totals.all,
    units: unitsOf(source, null),
  };
}

const jointNote = '合计＝各地合计－重复计算。两地联合举办的同一场活动，两地各计一次，全省只计一次。';

/** What each city reported (按地市). */
export const byCity: SheetKind = {
  name: '按地市',
  subject: '情况（按地市）',
  isOnePage: true,
  tables(source) {
    const { sum } = source.totals;
    const sums = sum === null ? [] : [sumRow('各地合计', sum.bySum), sumRow('减：重复计算', sum.shared)];
    return [
      fillTable({
        columns,
        rows: cityRows(source),
        totals: [...sums, totalRow(source)],
        note: `${sum === null ? '' : jointNote}${traceNote}`,
      }),
    ];
  },
};
