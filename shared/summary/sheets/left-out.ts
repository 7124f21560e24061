import { fillTable, numbering, textColumn, type SheetTable } from '../../official-form/sheet-table';
import type { LeftOut, Standing } from '../snapshot';
import { leftOutWords, statusWords } from '../summary-words';
import { recordNumber } from './record-number';
import type { SheetKind, SheetSource } from './sheet';

const order = Object.keys(leftOutWords);

function records({ snapshot }: SheetSource): SheetTable {
  return fillTable<LeftOut>({
    title: '未列入三张表的记录',
    columns: [
      numbering(),
      textColumn('名称', 34, ({ name }) => name),
      textColumn('填报单位', 24, ({ unitName }) => unitName),
      textColumn('地市', 9, ({ unitCity }) => unitCity),
      textColumn('原因', 16, ({ reason }) => leftOutWords[reason]),
      textColumn('并入', 34, ({ into }) =>
        into === null ? null : `${into.unitCity}·${into.unitName}《${into.name}》`,
      ),
      recordNumber(18),
    ],
    rows: [...snapshot.leftOut].sort(
      (one, other) => order.indexOf(one.reason) - order.indexOf(other.reason) || (one.id < other.id ? -1 : 1),
    ),
  });
}

function silentUnits({ snapshot }: SheetSource): SheetTable {
  return fillTable<Standing>({
    title: '没有内容的单位',
    columns: [
      numbering(),
      textColumn('单位', 34, ({ name }) => name),
      textColumn('单位编号', 24, ({ id }) => id),
      textColumn('地市', 9, ({ city }) => city),
      textColumn('情况', 16, ({ status }) => statusWords[status]),
    ],
    rows: snapshot.units.filter(({ status }) => status !== 'has-content'),
    note: '零报告：单位说明本周没有内容。未报：单位没有任何消息。',
  });
}

/** Which records are in no table, and which units have none (未列入情况). */
export const leftOut: SheetKind = {
  name: '未列入情况',
  subject: '未列入情况',
  tables: (source) => [records(source), silentUnits(source)],
};
