import type { Headcount } from '../record/activity';
import type { Edition } from '../week/edition';
import { formTables, formTitle, type FormTable } from './official-form';

/** A cell's content. A date that is known only to its month or year is text; null is an empty cell. */
export type Cell = number | string | { day: string } | null;

export interface FilledTable extends FormTable {
  rows: Cell[][];
}

/** The form as it will be printed: the notice's words with the summary's rows. */
export interface FilledForm {
  title: string;
  tables: FilledTable[];
}

/** What the form prints of a policy. */
export interface PolicyRow {
  name: string;
  issuer: string;
  issuedOn: string;
  remark: string;
}

/** What the form prints of an activity. */
export interface ActivityRow {
  name: string;
  hosts: string;
  headcount: Headcount | null;
  about: string;
}

/** The rows of the three tables, as far as they are printed. */
export interface FormRows {
  policies: readonly PolicyRow[];
  services: readonly ActivityRow[];
  exhibitions: readonly ActivityRow[];
}

/** A policy's date as a cell (出台时间): a date, or the month or year where no more is known. */
export function dateCell(issuedOn: string): Cell {
  if (issuedOn.length === 10) return { day: issuedOn };
  const [year, month] = issuedOn.split('-');
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`;
}

function policyCells({ name, issuer, issuedOn, remark }: PolicyRow, index: number): Cell[] {
  return [index + 1, name, issuer === '' ? null : issuer, dateCell(issuedOn), remark === '' ? null : remark];
}

function activityCells({ name, hosts, headcount, about }: ActivityRow, index: number): Cell[] {
  return [
    index + 1,
    name,
    hosts === '' ? null : hosts,
    headcount?.count ?? null,
    about === '' ? null : about,
  ];
}

/** Fills the three tables of the notice (工企函〔2018〕467号附件) with a summary's rows, numbered from 1 in each. */
export function fillForm(edition: Pick<Edition, 'id'>, tables: FormRows): FilledForm {
  const rows: Record<FormTable['key'], Cell[][]> = {
    policies: tables.policies.map(policyCells),
    services: tables.services.map(activityCells),
    exhibitions: tables.exhibitions.map(activityCells),
  };
  return {
    title: formTitle(edition),
    tables: formTables.map((table) => ({ ...table, rows: rows[table.key] })),
  };
}
