import { numberColumn, type Column } from '../../official-form/sheet-table';
import { knownHeadcount, type Figures } from '../summary-totals';

/** The columns that every sheet of figures has (场次、人数). A headcount that nobody knows leaves its cell empty. */
export function figureColumns<Row extends { figures: Figures }>(
  widths: readonly [number, number, number, number],
): Column<Row>[] {
  return [
    numberColumn('活动场次', widths[0], ({ figures }) => figures.activities),
    numberColumn('参加人数', widths[1], ({ figures }) => knownHeadcount(figures)),
    numberColumn('其中主办方估计', widths[2], ({ figures }) =>
      knownHeadcount(figures) === null ? null : figures.estimated,
    ),
    numberColumn('无人数的场次', widths[3], ({ figures }) => figures.withoutHeadcount),
  ];
}
