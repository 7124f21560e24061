import { weekdayOf } from '../../ground/guangdong-time';
import { dateColumn, fillTable, textColumn, type Cell } from '../../official-form/sheet-table';
import type { Figures } from '../summary-totals';
import { figureColumns } from './figure-columns';
import { traceNote, type SheetKind } from './sheet';

interface DayRow {
  day: Cell;
  weekday: string;
  figures: Figures;
}

/** What there was each day (按日期). */
export const byDay: SheetKind = {
  name: '按日期',
  subject: '情况（按日期）',
  isOnePage: true,
  tables: ({ totals }) => [
    fillTable<DayRow>({
      columns: [
        dateColumn('日期', 22, ({ day }) => day),
        textColumn('星期', 14, ({ weekday }) => weekday),
        ...figureColumns<DayRow>([20, 20, 22, 20]),
      ],
      rows: totals.byDay.map(({ key, ...figures }) => ({
        day: { day: key },
        weekday: weekdayOf(key),
        figures,
      })),
      totals: [{ day: '合计', weekday: '', figures: totals.all }],
      note: `连续几天的活动只计一次，计在活动周内的第一天。${traceNote}`,
    }),
  ],
};
