import { fillTable, textColumn, type SheetTable } from '../../official-form/sheet-table';
import type { Figures, Group } from '../summary-totals';
import { modeLabel } from '../../record/mode-words';
import { figureColumns } from './figure-columns';
import { traceNote, type SheetKind, type SheetSource } from './sheet';

interface TypeRow {
  table: string;
  type: string;
  figures: Figures;
}

interface GroupRow {
  label: string;
  figures: Figures;
}

const tableWords: Record<string, string> = { service: '表二', exhibition: '表三' };
/** The tables stand under each other, the figures of the second kind one column to the left. */
const typeWidths = [18, 18, 20, 18] as const;
const groupWidths = [22, 18, 18, 20] as const;

function ofTypes({ totals }: SheetSource): SheetTable {
  const rows = totals.byTable.flatMap(({ key: table, ...ofTable }): TypeRow[] => {
    const label = tableWords[table] ?? table;
    const types = totals.byType.filter(({ key }) => key.startsWith(`${table}/`));
    return [
      ...types.map(({ key, ...figures }) => ({ table: label, type: key.slice(table.length + 1), figures })),
      { table: label, type: '小计', figures: ofTable },
    ];
  });
  return fillTable<TypeRow>({
    title: '按活动类型',
    columns: [
      textColumn('表', 22, ({ table }) => table),
      textColumn('类型', 22, ({ type }) => type),
      ...figureColumns<TypeRow>(typeWidths),
    ],
    rows,
    totals: [{ table: '合计', type: '', figures: totals.all }],
    note: traceNote,
  });
}

/** What the groups have together, and what of that is there more than once. */
function sumsOf(groups: readonly Group[], all: Figures): GroupRow[] {
  const sum = (of: (figures: Figures) => number) => groups.reduce((so, each) => so + of(each), 0);
  const together: Figures = {
    activities: sum(({ activities }) => activities),
    headcount: sum(({ headcount }) => headcount),
    estimated: sum(({ estimated }) => estimated),
    withoutHeadcount: sum(({ withoutHeadcount }) => withoutHeadcount),
  };
  const total = { label: '合计', figures: all };
  if (together.activities === all.activities) return [total];
  const repeated: Figures = {
    activities: together.activities - all.activities,
    headcount: together.headcount - all.headcount,
    estimated: together.estimated - all.estimated,
    withoutHeadcount: together.withoutHeadcount - all.withoutHeadcount,
  };
  return [{ label: '各类合计', figures: together }, { label: '减：重复计算', figures: repeated }, total];
}

function grouped(
  title: string,
  groups: readonly Group[],
  {
    all,
    note = '',
    labelOf = (key) => key,
  }: { all: Figures; note?: string; labelOf?: (key: string) => string },
): SheetTable {
  return fillTable<GroupRow>({
    title,
    columns: [textColumn('类别', 22, ({ label }) => label), ...figureColumns<GroupRow>(groupWidths)],
    rows: groups.map(({ key, ...figures }) => ({ label: labelOf(key), figures })),
    totals: sumsOf(groups, all),
    note: `${note}${traceNote}`,
  });
}

/** What there was of each type, field, series and mode (按类型). */
export const byType: SheetKind = {
  name: '按类型',
  subject: '情况（按类型）',
  tables: (source) => {
    const { all, byField, bySeries, byMode } = source.totals;
    return [
      ofTypes(source),
      grouped('按服务领域', byField, {
        all,
        note: '合计＝各类合计－重复计算。一场活动服务几个领域的，各领域各计一次，合计只计一次。',
      }),
      grouped('按系列活动', bySeries, { all }),
      grouped('按举办方式', byMode, { all, labelOf: modeLabel }),
    ];
  },
};
