import { actions, mayRefuse, rowOf, type ActionName } from '#shared/access/actions';
import type { ErrorCode, ErrorDetails, Refusal } from '#shared/refusal/errors';
import { frozenStates } from '#shared/refusal/frozen-states';
import { instantOf } from '#shared/ground/guangdong-time';
import { explainRefusal } from '../../miniprogram/copy/refusals';
import { markdownTable } from './markdown-table';

/** When a code occurs, and with what it is shown in the table; several where the sentence depends on it. */
const occasions: { [Code in ErrorCode]: { when: string; shown: ErrorDetails[Code][] } } = {
  CUTOFF_PASSED: {
    when: '那一天的简报已截止。记录仍可留作周总结',
    shown: [
      {
        day: '2018-10-10',
        closedAt: instantOf('2018-10-10', '16:00'),
        serverNow: instantOf('2018-10-10', '16:00'),
      },
    ],
  },
  DEADLINE_PASSED: {
    when: '邀请、补报、签到码等过了最后时刻',
    shown: [
      {
        what: 'invitation',
        closedAt: instantOf('2018-10-11', '09:00'),
        serverNow: instantOf('2018-10-11', '09:00'),
      },
    ],
  },
  NOT_SIGNED_IN: { when: '平台没有说明是谁在操作', shown: [{}] },
  NO_MEMBERSHIP: {
    when: '本人没有任何能做这件事的身份',
    shown: [
      { isMember: false, isAsleep: false },
      { isMember: true, isAsleep: false },
      { isMember: true, isAsleep: true },
    ],
  },
  CHOOSE_MEMBERSHIP: { when: '本人有几个身份能做这件事，没有选定用哪个', shown: [{ memberships: [] }] },
  FORBIDDEN: {
    when: '本人的身份能做这件事，但管不到这条记录；或选定的身份不能做这件事',
    shown: [{}, { what: 'membership' }],
  },
  NOT_FOUND: {
    when: '没有这条记录，或对本人已不可见',
    shown: [{ what: 'activity' }, { what: 'edition' }, { what: 'invitation' }, { what: 'claim' }],
  },
  INVALID_INPUT: {
    when: '有内容不合要求，逐项指出；什么都没有保存',
    shown: [{ fields: [{ field: 'name', problem: 'too-short', limit: 4 }] }],
  },
  CONFLICT: {
    when: '打开以后别人改过这条记录；什么都没有保存，附上现在的内容',
    shown: [{ current: { revision: 3, updatedAt: instantOf('2018-10-10', '15:41') } }],
  },
  DUPLICATE: { when: '同一个提交编号已经办过别的内容', shown: [{}] },
  FROZEN: {
    when: '记录、单位、身份或这一届处在不能这样改的状态',
    shown: frozenStates.map((state) => ({ state })),
  },
  RATE_LIMITED: {
    when: '短时间内次数太多；什么都没有保存',
    shown: [{ retryAt: instantOf('2018-10-10', '17:00') }],
  },
  CONTENT_REJECTED: { when: '微信内容安全检查不通过；什么都没有保存', shown: [{ field: 'about' }] },
  UNAVAILABLE: { when: '系统出了故障，不是操作的人的错；再试是安全的', shown: [{ requestId: '' }] },
};

function rowsOf(code: ErrorCode): string[][] {
  const { when, shown } = occasions[code];
  return shown.map((details, index) => {
    const { title, advice } = explainRefusal({ code, details } as Refusal);
    return [...(index === 0 ? [`\`${code}\``, when] : ['', '']), title, advice];
  });
}

/** Which actions may answer with a code, by their names. */
function actionsWith(code: ErrorCode): string {
  const names = Object.keys(actions) as ActionName[];
  const able = names.filter((name) => mayRefuse(name, code));
  return able.length === names.length ? '任何操作' : able.map((name) => rowOf(name).title).join('、');
}

/** The table of refusals (错误表), as a page for people: when each occurs, and what the person reads. */
export function errorsPage(): string {
  const codes = Object.keys(occasions) as ErrorCode[];
  return `${[
    '# 错误表',
    '',
    '每次没有办成，手机上都说明出了什么事、还能怎么办，填写的内容都保留。由 `npm run docs` 从 `shared/refusal/errors.ts` 和',
    '`miniprogram/copy/refusals.ts` 印出，请勿手改。句子里的日期、时间和次数是例子。',
    '',
    ...markdownTable(['代码', '何时出现', '标题', '怎么办'], codes.flatMap(rowsOf)),
    '',
    '## 哪些操作会这样答复',
    '',
    ...codes.map((code) => `- \`${code}\`：${actionsWith(code)}`),
  ].join('\n')}\n`;
}
