import type { Cell } from './sheet-table';

/** A policy's date as a cell (出台时间): a date, or the month or year where no more is known. */
export function dateCell(issuedOn: string): Cell {
  if (issuedOn.length === 10) return { day: issuedOn };
  const [year, month] = issuedOn.split('-');
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`;
}
