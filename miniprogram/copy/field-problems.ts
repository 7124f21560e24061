import type { FieldProblem } from '#shared/refusal/errors';
import { pictureLimits } from '#shared/file/picture-size';
import type { Problem } from '#shared/refusal/problems';

const sentences: Record<Problem, (limit: number) => string> = {
  required: () => '请填写',
  'too-short': (limit) => (limit <= 1 ? '请填写' : `至少写 ${limit} 个字`),
  'too-long': (limit) => `最多写 ${limit} 个字`,
  'too-small': (limit) => `不能小于 ${limit}`,
  'too-large': (limit) => `不能大于 ${limit}`,
  'not-whole': () => '请填整数',
  'too-few': (limit) => `至少填 ${limit} 个`,
  'too-many': (limit) => `最多填 ${limit} 个`,
  'not-a-choice': () => '请从选项中选择',
  'not-of-this-table': () => '所选类型不属于这张表，请重选',
  'not-a-date': () => '请选择日期',
  'not-a-time': () => '请选择时间',
  'not-a-link': () => '请填以 https:// 开头的网址',
  'before-start': () => '结束不能早于开始',
  'too-long-a-time': () => '活动不能超过 92 天，请核对日期',
  'not-in-the-week': () => '活动周内没有这几天，请核对日期',
  'not-its-day': () => '活动不在这一天，请选活动中的一天',
  'not-after-cut-off': () => '要晚于现在，并晚于当天的截止时间',
  'after-next-cut-off': () => '最晚到第二天的截止时间',
  'not-a-picture': () => '请选一张照片或图片，别的文件不收',
  'not-a-document': () => '附件只收版式文件、文字文档和电子表格，请重选',
  'file-too-large': (limit) => `文件不能超过 ${limit} 兆`,
  'file-broken': () => '文件不完整或已损坏，请重新保存后再选',
  'picture-is-heic': () =>
    '请改用 JPG 或 PNG 格式的照片；苹果手机可在“设置-相机-格式”里选“兼容性最佳”，再拍一张',
  'picture-of-other-kind': () => '这种格式的图片不收，请改用 JPG 或 PNG',
  'picture-moves': () => '会动的图片不收，请选一张静止的',
  'picture-too-big': () =>
    `图片的每边最多 ${pictureLimits.side} 像素，总共最多 ${pictureLimits.pixels / 10_000} 万像素，请缩小后再选`,
  'paper-of-old-kind': () => '旧格式的文档和表格不收，请另存为 DOCX 或 XLSX 后再选',
  'paper-with-macros': () => '带宏的文件不收，请另存为不带宏的 DOCX 或 XLSX 后再选',
  'paper-locked': () => '文件加了密码或限制，请去掉后再选',
  'not-a-code': () => '这个签到码无效，请扫现场最新的码',
  'unknown-field': () => '这一项不能填报',
  taken: () => '已经有了，请换一个',
  repeated: () => '重复了，请删去一个',
  'not-in-the-year': () => '日期不在这一届的年份内，请核对',
  'too-long-a-week': (limit) => `活动周不能超过 ${limit} 天，请核对日期`,
  'before-last-day': () => '不能早于活动周最后一天',
  'not-after-city-deadline': () => '要晚于各市统一的报送截止日',
  'after-province-deadline': () => '不能晚于全省报部截止日',
  'before-city-deadline': () => '不能早于地市报送截止日',
  'too-far-from-the-week': (limit) => `离活动周不能超过 ${limit} 天，请核对日期`,
  'after-first-cut-off': () => '须早于第一天的简报截止时间',
  'already-decided': () => '时间已过，不能再改',
  'in-use': () => '已有记录或成员在用，不能改',
  'not-an-xlsx': () => '文件打不开，请另存为新版表格文件后再选',
  'wrong-headings': () => '没有找到表头，请用模板填写',
  wrong: () => '填写有误，请改正',
};

/** What to say at a field. */
export function describeFieldProblem({ problem, limit }: Pick<FieldProblem, 'problem' | 'limit'>): string {
  return sentences[problem](limit ?? 0);
}

/**
 * Which one of several in a field a problem is with.
 *
 * @example sayWhich(1, '家') // '第 2 家：'
 */
export function sayWhich(index: number, measureWord: string): string {
  return `第 ${index + 1} ${measureWord}：`;
}
