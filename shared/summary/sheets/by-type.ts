import { fillTable, textColumn, type SheetTable } from '../../official-form/sheet-table';
import type { Group } from '../summary-totals';
import { modeWords } from '../summary-words';
import { figureColumns, type FigureCells } from './figure-columns';
import { traceNote, type SheetKind, type SheetSource } from './sheet';

interface TypeRow {
  table: string;
  type: string;
  figures: FigureCells;
}

interface GroupRow {
  label: string;
  figures: FigureCells;
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

function grouped(
  title: string,
  groups: readonly Group[],
  note: string | null,
  labelOf: (key: string) => string = (key) => key,
): SheetTable {
  return fillTable<GroupRow>({
    title,
    columns: [textColumn('类别', 22, ({ label }) => label), ...figureColumns<GroupRow>(groupWidths)],
    rows: groups.map(({ key, ...figures }) => ({ label: labelOf(key), figures })),
    note,
  });
}

/** What there was of each type, field, series and mode (按类型). */
export const byType: SheetKind = {
  name: '按类型',
  subject: '情况（按类型）',
  tables: (source) => [
    ofTypes(source),
    grouped('按服务领域', source.totals.byField, '一场活动服务几个领域的，各领域各计一次。'),
    grouped('按系列活动', source.totals.bySeries, null),
    grouped('按举办方式', source.totals.byMode, null, (key) => modeWords[key as keyof typeof modeWords]),
  ],
};
