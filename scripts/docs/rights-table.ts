import type { Role } from '#shared/people/membership';
import { markdownTable } from './markdown-table';
import type { Right, Scope } from '#shared/access/right';
import { actions, rowOf, type ActionName, type FunctionName } from '#shared/access/actions';

const functionTitles: Record<FunctionName, string> = {
  public: '公众（public）',
  organiser: '单位成员（organiser）',
  bureau: '审核与管理（bureau）',
  documents: '文件（documents）',
};

const head = ['操作', '代号', '读写', '公众', '填报员', '市级工作人员', '专栏编辑', '省局工作人员'];
const scopes: Record<Scope, string> = { 'own-unit': '本单位', 'own-city': '本市', everything: '全省' };

function cellsOf(right: Right): string[] {
  if (right === 'anyone') return ['可以', '可以', '可以', '可以', '可以'];
  const roles: Role[] = ['organiser', 'city', 'editor', 'bureau'];
  const reaches = roles.map((role) => right[role]);
  return ['—', ...reaches.map((scope) => (scope === undefined ? '—' : scopes[scope]))];
}

function rowCells(name: ActionName): string[] {
  const { title, writes, right } = rowOf(name);
  return [title, `\`${name}\``, writes ? '写' : '读', ...cellsOf(right)];
}

/** The table of who may do what (权限表), as a page for people, by cloud function. */
export function rightsPage(): string {
  const names = Object.keys(actions) as ActionName[];
  const parts = [
    '# 权限表',
    '',
    '谁能做什么，到哪一级为止。由 `npm run docs` 从 `shared/access/actions.ts` 印出，请勿手改。',
    '',
    '- 本单位：只限自己所在单位的记录和成员。本市：所在地市各单位的。全省：所有单位的。',
    '- 可以：任何打开小程序的人，只及本人的事和公开的内容。—：不能。',
    '- 同一个人在几个单位有身份时，每次办事用其中一个，由本人选定，权限只按它算。停用、退出、移交的身份没有任何权限。',
    '- 邀请、停用成员还要看对方的角色：填报员只邀请本单位填报员；市级工作人员管本市各单位填报员和本单位工作人员；省局管全部，专栏编辑只由省局邀请。',
    '- 主管部门（省级、市级）只由省局新增和修改。',
  ];
  for (const [name, title] of Object.entries(functionTitles)) {
    const own = names.filter((each) => rowOf(each).function === name);
    parts.push('', `## ${title}`, '', ...markdownTable(head, own.map(rowCells)));
  }
  return `${parts.join('\n')}\n`;
}
