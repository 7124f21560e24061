import { fillTable, numberColumn, textColumn, type Column } from '../../official-form/sheet-table';
import type { ReportingStatus } from '../../record/nil-report';
import type { CityFigures } from '../summary-totals';
import { statusWords } from '../summary-words';
import { figureColumns } from './figure-columns';
import { traceNote, type SheetKind, type SheetSource } from './sheet';

/** What a city, or a sum of cities, has in its row. */
interface CityRow {
  label: string;
  /** Null of a sum. */
  status: ReportingStatus | null;
  figures: CityFigures;
  /** How many units stand so. */
  units: Record<ReportingStatus, number>;
}

const columns: readonly Column<CityRow>[] = [
  textColumn('地市', 16, ({ label }) => label),
  textColumn('情况', 9, ({ status }) => (status === null ? null : statusWords[status])),
  numberColumn('政策（表一）', 14, ({ figures }) => figures.policies),
  numberColumn('服务（表二）', 14, ({ figures }) => figures.services),
  numberColumn('展览等（表三）', 15, ({ figures }) => figures.exhibitions),
  ...figureColumns<CityRow>([12, 12, 17, 15]),
  numberColumn('有内容单位', 13, ({ units }) => units['has-content']),
  numberColumn('零报告单位', 13, ({ units }) => units.nil),
  numberColumn('未报单位', 12, ({ units }) => units['not-reported']),
];

/** How many units of a city, or of all, stand each way. */
function unitsOf({ snapshot }: SheetSource, city: string | null): Record<ReportingStatus, number> {
  const count = (status: ReportingStatus) =>
    snapshot.units.filter((each) => each.status === status && (city === null || each.city === city)).length;
  return { 'has-content': count('has-content'), nil: count('nil'), 'not-reported': count('not-reported') };
}

function cityRows(source: SheetSource): CityRow[] {
  const { totals, snapshot } = source;
  return totals.byCity.map(({ key, ...figures }) => ({
    label: key,
    status: snapshot.cities.find(({ id }) => id === key)?.status ?? null,
    figures,
    units: unitsOf(source, key),
  }));
}

/** The sums under the cities: of the province also what two of them share, which counts once in all. */
function sumRows(source: SheetSource): CityRow[] {
  const { totals } = source;
  const units = unitsOf(source, null);
  const inTable = (key: string) => totals.byTable.find((each) => each.key === key)?.activities ?? 0;
  const all: CityFigures = {
    ...totals.all,
    policies: totals.policies,
    services: inTable('service'),
    exhibitions: inTable('exhibition'),
  };
  const total: CityRow = { label: '合计', status: null, figures: all, units };
  if (totals.sum === null) return [total];
  const { bySum, shared } = totals.sum;
  const noUnits = { 'has-content': 0, nil: 0, 'not-reported': 0 };
  return [
    { label: '各地合计', status: null, figures: bySum, units },
    { label: '减：重复计算', status: null, figures: shared, units: noUnits },
    total,
  ];
}

const jointNote = '合计＝各地合计－重复计算。两地联合举办的同一场活动，两地各计一次，全省只计一次。';

/** What each city reported (按地市). */
export const byCity: SheetKind = {
  name: '按地市',
  subject: '情况（按地市）',
  isOnePage: true,
  tables(source) {
    return [
      fillTable({
        columns,
        rows: cityRows(source),
        totals: sumRows(source),
        note: `${source.totals.sum === null ? '' : jointNote}${traceNote}`,
      }),
    ];
  },
};
