import type { SheetTable } from '../../official-form/sheet-table';
import type { CompiledEdition, SummaryPart } from '../snapshot';
import type { SummaryTables } from '../summary-tables';
import type { SummaryTotals } from '../summary-totals';

/** What the sheets are made of: a version's figures and its rows. */
export interface SheetSource {
  edition: CompiledEdition;
  scopeName: string;
  totals: SummaryTotals;
  snapshot: SummaryPart;
}

/** The same with the rows of the three tables, in their order. */
export interface OrderedSource extends SheetSource {
  ordered: SummaryTables;
}

/** A sheet behind the form (附表), which the notice does not ask for and staff need. */
export interface SheetKind {
  name: string;
  /** What its title says after the scope and the year. */
  subject: string;
  /** Set smaller where it would not fit one page. */
  isOnePage?: boolean;
  tables: (source: OrderedSource) => SheetTable[];
}

/** Printed under what is a sum. */
export const traceNote = '各数均由“记录清单”所列记录加总，可按清单各栏筛选核对。';
