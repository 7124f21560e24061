import { fillTable, numbering, textColumn, type SheetTable } from '../../official-form/sheet-table';
import type { StatedFinding } from '../snapshot';
import type { ActivityRow } from '../summary-tables';
import { findingWords } from '../summary-words';
import { recordNumber } from './record-number';
import type { OrderedSource, SheetKind, SheetSource } from './sheet';

function stated({ snapshot }: SheetSource): SheetTable {
  return fillTable<StatedFinding>({
    title: '据实说明',
    columns: [
      numbering(),
      textColumn('名称', 34, ({ name }) => name),
      textColumn('单位', 24, ({ unitName }) => unitName),
      textColumn('地市', 9, ({ unitCity }) => unitCity),
      textColumn('核对问题', 16, ({ kind }) => findingWords[kind]),
      textColumn('说明', 34, ({ note }) => note),
      textColumn('记录编号', 18, ({ recordId }) => recordId),
    ],
    rows: snapshot.statements,
  });
}

function joint({ ordered: { services, exhibitions } }: OrderedSource): SheetTable {
  return fillTable<ActivityRow>({
    title: '与外地联合举办，本地照计',
    columns: [
      numbering(),
      textColumn('名称', 34, ({ name }) => name),
      textColumn('单位', 24, ({ unitName }) => unitName),
      textColumn('地市', 9, ({ unitCity }) => unitCity),
      textColumn('联合举办方', 16, ({ joint: into }) =>
        into === null ? null : `${into.unitCity}·${into.unitName}`,
      ),
      textColumn('上一级计入的记录', 34, ({ joint: into }) => into?.name ?? null),
      recordNumber(18),
    ],
    rows: [...services, ...exhibitions].filter((row) => row.joint !== null),
  });
}

/** What somebody stands by, and what counts here and elsewhere too (核对说明). */
export const statements: SheetKind = {
  name: '核对说明',
  subject: '核对说明',
  tables: (source) => [stated(source), joint(source)],
};
