import { describeCutOff } from './describe-cut-off';
import type { ErrorCode, ErrorDetails, Refusal } from '#shared/refusal/errors';
import type { FrozenState } from '#shared/refusal/frozen-states';
import { dayOf, describeDay, timeOf, timeWithSecondsOf } from '#shared/ground/guangdong-time';

/** What happened, and what can be done about it. */
export interface Explanation {
  title: string;
  advice: string;
}

type Explain<Code extends ErrorCode> = (details: ErrorDetails[Code]) => Explanation;

const expirableLabels: Record<ErrorDetails['DEADLINE_PASSED']['what'], string> = {
  invitation: '邀请',
  exception: '补报',
  'check-in': '签到码',
  bulletin: '这期简报',
  edition: '这届活动周',
  cancelling: '取消这场活动的时限',
};

/** What closes a record, or what is about it, to a change. */
const frozen: Record<FrozenState, Explanation> = {
  announced: { title: '还没有报参加人数，不能通过', advice: '请等填报单位补报人数后再办理。' },
  reported: { title: '这条记录正在等待审核', advice: '请等审核单位通过或退回后再办理。' },
  accepted: { title: '这条记录已审核通过', advice: '如需更正，请联系审核单位退回。' },
  cancelled: { title: '这场活动已取消', advice: '如改为另行举办，请重新填报一条。' },
  withdrawn: { title: '这条记录已撤回', advice: '如仍需上报，请重新填报一条。' },
  returned: { title: '这条记录已退回', advice: '请等填报单位改好再报后办理。' },
  merged: { title: '这条记录已并入另一条', advice: '请打开并入的那条办理，或先撤销合并。' },
  'has-merged': { title: '已有别的记录并入这条', advice: '请把这条留作保留的一条，或先撤销那次合并。' },
  dismissed: { title: '这两条已认定不是同一场', advice: '请返回列表查看，不用再办理。' },
  'taken-down': { title: '这条记录已经下线', advice: '不用再下线，请返回查看。' },
  'not-taken-down': { title: '这条记录没有下线', advice: '不用恢复，请返回查看。' },
  'not-public': { title: '公众现在看不到这条记录', advice: '请先发布，再置顶。' },
  'already-public': { title: '公众已经看到这条记录', advice: '请退回填报单位改正，或请它自己更正。' },
  'in-closed-bulletin': { title: '已截止的简报登了这条记录', advice: '请填报单位更正，更正会在下一期说明。' },
  gone: { title: '这两条现在已不相像', advice: '其中一条已经改过，请返回列表查看。' },
  'has-content': { title: '已有内容，不能报零', advice: '如确实没有，请先撤回已填报的记录。' },
  'daily-nil-off': {
    title: '本届没有要求按日零报告',
    advice: '当天没有重要活动不用报；全周没有内容的，请报本周零报告。',
  },
  'co-host-refused': {
    title: '对方没有同意联合主办',
    advice: '如仍要联合主办，请与填报单位联系，由他们填上。',
  },
  'co-host-decided': { title: '这个请求已经答复或撤回', advice: '请返回列表查看结果。' },
  full: { title: '这条记录已经记满', advice: '请另填一条继续记录。' },
  'bulletin-collecting': { title: '这期简报还在收报', advice: '截止（含准予补报的时间）半分钟后才能汇编。' },
  'bulletin-open': { title: '这期简报还没有汇编或编发', advice: '请先汇编、编发，再做这一步。' },
  'bulletin-outdated': {
    title: '这期简报要重新汇编',
    advice: '汇编以后又有变化，请重新汇编、核对，再编发。',
  },
  'bulletin-issued': { title: '这期简报已编发', advice: '编发后不再改动，如有差错请在下一期更正。' },
  'exception-used': { title: '已有补报收下', advice: '用过的补报许可不能撤销，到时自行失效。' },
  'mail-queued': { title: '邮件正在发送', advice: '请两分钟后再看结果，不要重复发送。' },
  'mail-sent': { title: '邮件已经发过', advice: '如对方没有收到，请选择“再发一次”。' },
  'unseen-changes': { title: '有通过后的改动还没有核对', advice: '请先逐条查看改动，再报送。' },
  submitted: { title: '这一版或更新的一版已经报送', advice: '如需更改，请重新汇总成新一版再报送。' },
  'not-for-submission': {
    title: '这个范围的汇总不用报送',
    advice: '只报送地市和全省的汇总，本版可下载留存。',
  },
  'not-submitted': { title: '这一版还没有报部', advice: '请先报送，再发送邮件。' },
  replaced: { title: '已有更新的一版报送', advice: '请打开最新报送的一版办理。' },
  'edition-preparing': { title: '这届活动周还在筹备', advice: '请等省中小企业局启动后再办理。' },
  'edition-open': { title: '这届活动周已经启动', advice: '不用再启动，请返回查看。' },
  'edition-running': { title: '活动周还没有结束', advice: '最后一天的简报截止后才能归档。' },
  'edition-changing': { title: '届次改动后的记录还在重算', advice: '请等几分钟，重算完再办理。' },
  'edition-closed': { title: '这届活动周已经归档', advice: '归档后只能查看，不再改动。' },
  claimed: { title: '管理身份已被认领', advice: '认领码只能用一次，请省中小企业局的工作人员邀请您加入。' },
  'already-member': { title: '您已经是这个单位的成员', advice: '不用再加入，请返回查看自己的身份。' },
  suspended: { title: '您在这个单位的身份已停用', advice: '请联系所属地市或省中小企业局恢复。' },
  'own-membership': { title: '不能对自己这样操作', advice: '要离开单位请用退出，要交给别人请用移交。' },
  'last-bureau-member': {
    title: '省局至少要有一名工作人员',
    advice: '请先邀请一位同事加入，或把身份移交给同事。',
  },
  'unit-closed': { title: '这个单位已经停用', advice: '请选择其他单位，或请审核单位恢复它。' },
  'unit-active': { title: '这个单位正在使用', advice: '不用恢复，请返回查看。' },
  'unit-full': { title: '这个单位的成员已满', advice: '请先让不再需要的成员退出。' },
  'already-applied': { title: '您已经申请过这个单位', advice: '请等待审批，或先撤回原来的申请。' },
  'too-many-applications': { title: '您的申请太多了', advice: '请等待审批，或先撤回其中一个。' },
  'application-decided': { title: '这个申请已经办结', advice: '请返回列表查看结果。' },
  'invitation-accepted': { title: '这个邀请已被使用', advice: '如需请那位成员离开，请在成员列表办理。' },
  'invitation-revoked': { title: '这个邀请已经撤销', advice: '不用再撤销，请返回查看。' },
  'member-active': { title: '这位成员没有停用', advice: '不用恢复，请返回查看。' },
  'member-unconfirmed': { title: '这位成员还没有确认', advice: '请先确认，再办理。' },
  'member-suspended': { title: '这位成员已经停用', advice: '不用再停用，请返回查看。' },
  'member-left': { title: '这位成员已经退出', advice: '如需加入，请重新邀请。' },
  'member-handed-over': { title: '这位成员已经移交身份', advice: '如需加入，请重新邀请。' },
  otherwise: { title: '这条记录现在不能改', advice: '如需更正，请联系审核单位退回。' },
};

const explanations: { [Code in ErrorCode]: Explain<Code> } = {
  CUTOFF_PASSED: ({ day, closedAt, serverNow }) => ({
    title: `${describeDay(day)}简报已截止`,
    advice: `${describeCutOff(timeOf(closedAt))}，现在是 ${timeWithSecondsOf(serverNow)}。填写的内容都还在，可以留作周总结，标明未入当日简报。`,
  }),
  NOT_SIGNED_IN: () => ({ title: '没有认出您的微信', advice: '请退出小程序，重新打开。' }),
  NO_MEMBERSHIP: ({ isMember, isAsleep }) =>
    isAsleep
      ? {
          title: '您的身份待本届确认',
          advice: '请审核单位（所属地市或省中小企业局）确认后再办理，填写的内容都还在。',
        }
      : isMember
        ? { title: '您的身份不能办理此事', advice: '请有权限的同事办理，或请审核单位为您增加身份。' }
        : { title: '您还不是成员单位人员', advice: '请本单位管理员邀请您加入后再试。' },
  CHOOSE_MEMBERSHIP: () => ({
    title: '请选择用哪个身份办理',
    advice: '您有几个身份可以办理，选好再试一次，填写的内容都还在。',
  }),
  FORBIDDEN: ({ what }) =>
    what === 'membership'
      ? { title: '选定的身份不能办理此事', advice: '请换一个身份再试，填写的内容都还在。' }
      : { title: '这不在您的权限内', advice: '这条记录属于别的单位或地市，请联系所属单位办理。' },
  NOT_FOUND: ({ what }) => {
    if (what === 'edition') return { title: '本届活动周还没有开始', advice: '请过些时候再来。' };
    if (what === 'invitation')
      return { title: '邀请无效', advice: '请核对邀请码，或请本单位管理员重新邀请。' };
    if (what === 'claim') return { title: '认领码不对', advice: '请核对部署时设置的认领码后再试。' };
    return { title: '没有找到', advice: '它可能已被撤回，请返回列表重新选择。' };
  },
  DEADLINE_PASSED: ({ what, closedAt }) => ({
    title: `${expirableLabels[what]}已过期`,
    advice: `截止于 ${describeDay(dayOf(closedAt))} ${timeOf(closedAt)}，没有作任何改动。如仍需办理，请联系审核单位。`,
  }),
  RATE_LIMITED: ({ retryAt }) => ({
    title: '操作太频繁',
    advice: `请在 ${describeDay(dayOf(retryAt))} ${timeOf(retryAt)} 以后再试，填写的内容都还在。`,
  }),
  CONTENT_REJECTED: () => ({
    title: '内容没有通过微信的安全检查',
    advice: '请修改有问题的文字或图片后再提交，填写的内容都还在。',
  }),
  INVALID_INPUT: ({ fields }) => ({
    title: '有内容需要改正',
    advice: `共 ${fields.length} 处不合要求，什么都没有改动。请返回核对后再试。`,
  }),
  CONFLICT: ({ current }) => ({
    title: '别人刚改过这条记录',
    advice: `现在是第 ${current.revision} 次修改后的内容（${timeOf(current.updatedAt)}）。您填写的内容还在，请先核对；要在新内容上改，请重新打开，点“不要了”。`,
  }),
  DUPLICATE: () => ({
    title: '前一次提交其实已经记下',
    advice: '请回工作台打开那条记录，在其中修改。',
  }),
  FROZEN: ({ state }) => frozen[state],
  UNAVAILABLE: () => ({
    title: '暂时没有办成',
    advice: '请检查网络后再试一次。重复提交只记一次，填写的内容不会丢。',
  }),
};

/** A refusal in words: a sentence for every code, or it does not compile. */
export function explainRefusal(refusal: Refusal): Explanation & { code: ErrorCode } {
  const explain = explanations[refusal.code] as (details: Refusal['details']) => Explanation;
  return { ...explain(refusal.details), code: refusal.code };
}
