import type { Edition } from '../week/edition';

/** How a column's cells are written. */
export type CellKind = 'number' | 'text' | 'date';

export interface FormColumn {
  title: string;
  kind: CellKind;
}

/** One of the three tables as the notice prints it. */
export interface FormTable {
  key: 'policies' | 'services' | 'exhibitions';
  title: string;
  columns: readonly FormColumn[];
  /** Printed under the table; null where the notice prints none. */
  note: string | null;
}

const activityColumns: readonly FormColumn[] = [
  { title: '序号', kind: 'number' },
  { title: '活动名称', kind: 'text' },
  { title: '主办单位', kind: 'text' },
  { title: '参加人数', kind: 'number' },
  { title: '主要内容', kind: 'text' },
];

/** The three tables of the annex to 工企函〔2018〕467号, word for word. */
export const formTables: readonly FormTable[] = [
  {
    key: 'policies',
    title: '表一：出台政策措施',
    columns: [
      { title: '序号', kind: 'number' },
      { title: '名称', kind: 'text' },
      { title: '单位', kind: 'text' },
      { title: '出台时间', kind: 'date' },
      { title: '备注', kind: 'text' },
    ],
    note: null,
  },
  {
    key: 'services',
    title: '表二：服务活动情况',
    columns: activityColumns,
    note: '注：活动名称包括政策解读、信息发布、创业辅导、技术支持、互动对接、投资交易和信息化服务等。',
  },
  {
    key: 'exhibitions',
    title: '表三：展览展示等活动情况',
    columns: activityColumns,
    note: '注：活动名称包括展览展示、创新论坛、项目路演、创新创业大赛、沙龙等。',
  },
];

/**
 * The form's title (情况汇总表).
 *
 * @example formTitle({ id: '2018' }) // '2018年全国“双创”活动周情况汇总表'
 */
export function formTitle({ id }: Pick<Edition, 'id'>): string {
  return `${id}年全国“双创”活动周情况汇总表`;
}
