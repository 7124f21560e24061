import type { Edition } from '../week/edition';
import { formTables, formTitle, type ActivityRow, type PolicyRow } from './official-form';
import { fillTable, type SheetTable } from './sheet-table';

/** The form as it will be printed: the notice's words with the summary's rows. */
export interface FilledForm {
  title: string;
  tables: SheetTable[];
}

/** The rows of the three tables, as far as they are printed. */
export interface FormRows {
  policies: readonly PolicyRow[];
  services: readonly ActivityRow[];
  exhibitions: readonly ActivityRow[];
}

/** Fills the three tables of the notice (工企函〔2018〕467号附件) with a summary's rows, numbered from 1 in each. */
export function fillForm(edition: Pick<Edition, 'id'>, rows: FormRows): FilledForm {
  return {
    title: formTitle(edition),
    tables: [
      fillTable({ ...formTables.policies, rows: rows.policies }),
      fillTable({ ...formTables.services, rows: rows.services }),
      fillTable({ ...formTables.exhibitions, rows: rows.exhibitions }),
    ],
  };
}
