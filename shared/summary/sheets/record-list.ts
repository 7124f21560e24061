import { dateCell } from '../../official-form/date-cell';
import {
  dateColumn,
  fillTable,
  numberColumn,
  textColumn,
  type Cell,
  type Column,
} from '../../official-form/sheet-table';
import type { ActivityRow, PolicyRow } from '../summary-tables';
import { modeWords } from '../summary-words';
import { recordNumber } from './record-number';
import type { SheetKind } from './sheet';

/** What the list says of a record, whichever table it is in. */
interface ListRow {
  table: string;
  number: number;
  name: string;
  unitName: string;
  unitCity: string;
  date: Cell;
  type: string;
  fields: string;
  mode: string;
  count: number | null;
  method: string;
  id: string;
  revision: number;
}

const columns: readonly Column<ListRow>[] = [
  textColumn('表', 6, ({ table }) => table),
  numberColumn('序号', 6, ({ number }) => number),
  textColumn('名称', 30, ({ name }) => name),
  textColumn('填报单位', 22, ({ unitName }) => unitName),
  textColumn('地市', 7, ({ unitCity }) => unitCity),
  dateColumn('日期', 15, ({ date }) => date),
  textColumn('类型', 13, ({ type }) => type),
  textColumn('领域、系列', 14, ({ fields }) => fields),
  textColumn('方式', 9, ({ mode }) => mode),
  numberColumn('参加人数', 9, ({ count }) => count),
  textColumn('人数来源', 11, ({ method }) => method),
  recordNumber(16),
  numberColumn('修订', 6, ({ revision }) => revision),
];

function policyRow(policy: PolicyRow, index: number): ListRow {
  const { name, unitName, unitCity, issuedOn, id, revision } = policy;
  const of = { name, unitName, unitCity, id, revision };
  const none = { type: '', fields: '', mode: '', count: null, method: '' };
  return { table: '表一', number: index + 1, ...of, date: dateCell(issuedOn), ...none };
}

function activityRow(table: string) {
  return (activity: ActivityRow, index: number): ListRow => {
    const { name, unitName, unitCity, day, type, typeOther, headcount, id, revision } = activity;
    return {
      table,
      number: index + 1,
      name,
      unitName,
      unitCity,
      date: { day },
      type: typeOther === '' ? type : `${type}（${typeOther}）`,
      fields: [...activity.fields, activity.series].filter(Boolean).join('、'),
      mode: modeWords[activity.mode],
      count: headcount?.count ?? null,
      method: headcount?.method ?? '',
      id,
      revision,
    };
  };
}

/** The records behind every figure (记录清单). */
export const recordList: SheetKind = {
  name: '记录清单',
  subject: '记录清单',
  tables: ({ ordered: { policies, services, exhibitions } }) => [
    fillTable({
      columns,
      rows: [
        ...policies.map(policyRow),
        ...services.map(activityRow('表二')),
        ...exhibitions.map(activityRow('表三')),
      ],
    }),
  ],
};
