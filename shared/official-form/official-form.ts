import type { Headcount } from '../record/activity';
import type { Edition } from '../week/edition';
import { dateCell } from './date-cell';
import { dateColumn, numberColumn, numbering, textColumn, type Column } from './sheet-table';

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

/** One of the three tables as the notice prints it. */
export interface FormTable<Row> {
  title: string;
  columns: readonly Column<Row>[];
  /** Printed under the table; null where the notice prints none. */
  note: string | null;
}

/** Widths that fill A4 on its side between the margins; the last is wide enough for the longest 主要内容 to fit a row. */
const activityColumns: readonly Column<ActivityRow>[] = [
  numbering(),
  textColumn('活动名称', 28, ({ name }) => name),
  textColumn('主办单位', 24, ({ hosts }) => hosts),
  numberColumn('参加人数', 15, ({ headcount }) => headcount?.count ?? null),
  textColumn('主要内容', 48, ({ about }) => about),
];

/** The three tables of the annex to 工企函〔2018〕467号, word for word, with what each column has of a row. */
export const formTables: {
  policies: FormTable<PolicyRow>;
  services: FormTable<ActivityRow>;
  exhibitions: FormTable<ActivityRow>;
} = {
  policies: {
    title: '表一：出台政策措施',
    columns: [
      numbering(),
      textColumn('名称', 28, ({ name }) => name),
      textColumn('单位', 24, ({ issuer }) => issuer),
      dateColumn('出台时间', 15, ({ issuedOn }) => dateCell(issuedOn)),
      textColumn('备注', 48, ({ remark }) => remark),
    ],
    note: null,
  },
  services: {
    title: '表二：服务活动情况',
    columns: activityColumns,
    note: '注：活动名称包括政策解读、信息发布、创业辅导、技术支持、互动对接、投资交易和信息化服务等。',
  },
  exhibitions: {
    title: '表三：展览展示等活动情况',
    columns: activityColumns,
    note: '注：活动名称包括展览展示、创新论坛、项目路演、创新创业大赛、沙龙等。',
  },
};

/**
 * The form's title (情况汇总表).
 *
 * @example formTitle({ id: '2018' }) // '2018年全国“双创”活动周情况汇总表'
 */
export function formTitle({ id }: Pick<Edition, 'id'>): string {
  return `${id}年全国“双创”活动周情况汇总表`;
}
