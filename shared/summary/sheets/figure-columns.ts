import { numberColumn, type Column } from '../../official-form/sheet-table';
import type { Figures } from '../summary-totals';

/** Activities in figures as a row has them; of a sum some may not be known. */
export type FigureCells = { [Figure in keyof Figures]: number | null };

/** The columns that every sheet of figures has (场次、人数). */
export function figureColumns<Row extends { figures: FigureCells }>(
  widths: readonly [number, number, number, number],
): Column<Row>[] {
  return [
    numberColumn('活动场次', widths[0], ({ figures }) => figures.activities),
    numberColumn('参加人数', widths[1], ({ figures }) => figures.headcount),
    numberColumn('其中主办方估计', widths[2], ({ figures }) => figures.estimated),
    numberColumn('无人数的场次', widths[3], ({ figures }) => figures.withoutHeadcount),
  ];
}
