import { widthsOf, type SheetTable } from '../official-form/sheet-table';
import { byCity } from './sheets/by-city';
import { byDay } from './sheets/by-day';
import { byType } from './sheets/by-type';
import { leftOut } from './sheets/left-out';
import { recordList } from './sheets/record-list';
import type { SheetKind, SheetSource } from './sheets/sheet';
import { statements } from './sheets/statements';
import { toTables } from './summary-tables';

/** A sheet as it is printed. */
export interface SummarySheet {
  name: string;
  title: string;
  /** In characters. */
  widths: readonly number[];
  /** Set smaller where it would not fit one page. */
  isOnePage?: boolean;
  tables: SheetTable[];
}

const kinds: readonly SheetKind[] = [byCity, byDay, byType, leftOut, statements, recordList];

/** The sheets that follow the form: by city, by day, by type, what was left out, what was stated, and the records behind every figure. */
export function summarySheets(source: SheetSource): SummarySheet[] {
  const { edition, scopeName, snapshot } = source;
  const ordered = toTables(snapshot);
  return kinds.map(({ name, subject, isOnePage = false, tables: tablesOf }) => {
    const tables = tablesOf({ ...source, ordered });
    return {
      name,
      title: `${scopeName}${edition.id}年“双创”活动周${subject}`,
      widths: widthsOf(tables),
      isOnePage,
      tables,
    };
  });
}
