import type { ErrorCode } from '../refusal/errors';
import type { Right } from './right';

/** The cloud functions that serve actions: one for each kind of caller, and one for the heavy libraries. */
export type FunctionName = 'public' | 'organiser' | 'bureau' | 'documents';

/**
 * What the door may answer to any action: who calls is not known, has no membership that may, has several and named none, or one that
 * may not or not this; the input is wrong; another request had this id; something failed.
 */
const atTheDoor = [
  'NOT_SIGNED_IN',
  'NO_MEMBERSHIP',
  'CHOOSE_MEMBERSHIP',
  'FORBIDDEN',
  'INVALID_INPUT',
  'DUPLICATE',
  'UNAVAILABLE',
] as const satisfies readonly ErrorCode[];

/** What only some actions may be refused with. */
type OwnRefusal = Exclude<ErrorCode, (typeof atTheDoor)[number]>;

/** An action as the whole product knows it (操作). */
export interface ActionRow<Served extends FunctionName = FunctionName> {
  /** Which function serves it. */
  function: Served;
  /** What people call it (操作名称): in the printed table of rights and in the audit's lists. */
  title: string;
  /** A write carries a request id, is done once however often it is sent, and is audited. */
  writes: boolean;
  right: Right;
  refusals: readonly OwnRefusal[];
}

const ofTheUnit: Right = { organiser: 'own-unit', city: 'own-unit', bureau: 'own-unit' };
const ofTheReviewer: Right = { city: 'own-city', bureau: 'everything' };
/** A unit its own, a city its units', the bureau all. */
const ofTheUnitAndItsReviewer: Right = { organiser: 'own-unit', ...ofTheReviewer };
const ofTheBureau: Right = { bureau: 'everything' };
/** Who releases to the public and takes down (发布、下线). */
const ofTheReleaser: Right = { city: 'own-city', editor: 'everything', bureau: 'everything' };
/** What the public reads and says (专栏): the editors' and the bureau's. */
const ofTheColumn: Right = { editor: 'everything', bureau: 'everything' };

function reads<Served extends FunctionName>(
  served: Served,
  title: string,
  right: Right,
  ...refusals: OwnRefusal[]
): ActionRow<Served> {
  return { function: served, title, writes: false, right, refusals };
}

function writes<Served extends FunctionName>(
  served: Served,
  title: string,
  right: Right,
  ...refusals: OwnRefusal[]
): ActionRow<Served> {
  return { function: served, title, writes: true, right, refusals };
}

/** The one table of actions (操作表): what each is called, who serves it, who may do it (权限), and what it may answer instead. */
export const actions = {
  // The public, and what it says
  listPublicEditions: reads('public', '看历届活动周', 'anyone'),
  openHome: reads('public', '看首页', 'anyone', 'NOT_FOUND'),
  listActivities: reads('public', '看活动列表', 'anyone', 'NOT_FOUND'),
  readActivity: reads('public', '看活动详情', 'anyone', 'NOT_FOUND'),
  listBulletins: reads('public', '看简报列表', 'anyone', 'NOT_FOUND'),
  readBulletin: reads('public', '看简报', 'anyone', 'NOT_FOUND'),
  listPolicies: reads('public', '看政策列表', 'anyone', 'NOT_FOUND'),
  readPolicy: reads('public', '看政策', 'anyone', 'NOT_FOUND'),
  listShowcases: reads('public', '看典型列表', 'anyone', 'NOT_FOUND'),
  readShowcase: reads('public', '看典型', 'anyone', 'NOT_FOUND'),
  readSnapshot: reads('public', '取公开快照', 'anyone', 'NOT_FOUND'),
  checkIn: writes('public', '扫码签到', 'anyone', 'DEADLINE_PASSED', 'FROZEN', 'NOT_FOUND'),
  saveFavourite: writes('public', '收藏活动', 'anyone', 'NOT_FOUND'),
  listFavourites: reads('public', '看我的收藏', 'anyone'),
  saveReminder: writes('public', '设活动提醒', 'anyone', 'NOT_FOUND'),
  submitFeedback: writes('public', '提意见建议', 'anyone', 'CONTENT_REJECTED', 'NOT_FOUND', 'RATE_LIMITED'),
  listOwnFeedback: reads('public', '看我的意见建议', 'anyone', 'NOT_FOUND'),
  listFeedback: reads('bureau', '看意见建议', ofTheColumn, 'NOT_FOUND'),
  answerFeedback: writes('bureau', '答复意见建议', ofTheColumn, 'CONFLICT', 'NOT_FOUND'),

  // Records
  openWorkbench: reads('organiser', '打开工作台', ofTheUnit, 'NOT_FOUND'),
  openLogForm: reads('organiser', '打开填报表', ofTheUnitAndItsReviewer, 'NOT_FOUND'),
  saveActivity: writes(
    'organiser',
    '填报活动',
    ofTheUnitAndItsReviewer,
    'CONFLICT',
    'CONTENT_REJECTED',
    'CUTOFF_PASSED',
    'FROZEN',
    'NOT_FOUND',
  ),
  savePolicy: writes(
    'organiser',
    '填报政策',
    ofTheUnitAndItsReviewer,
    'CONFLICT',
    'CONTENT_REJECTED',
    'FROZEN',
    'NOT_FOUND',
  ),
  saveShowcase: writes(
    'organiser',
    '填报典型',
    ofTheUnitAndItsReviewer,
    'CONFLICT',
    'CONTENT_REJECTED',
    'FROZEN',
    'NOT_FOUND',
  ),
  withdrawRecord: writes('organiser', '撤回记录', ofTheUnitAndItsReviewer, 'CONFLICT', 'FROZEN', 'NOT_FOUND'),
  cancelRecord: writes(
    'organiser',
    '取消活动',
    ofTheUnitAndItsReviewer,
    'CONFLICT',
    'DEADLINE_PASSED',
    'FROZEN',
    'NOT_FOUND',
  ),
  listOwnRecords: reads('organiser', '看本单位记录', ofTheUnit, 'NOT_FOUND'),
  stateNil: writes('organiser', '零报告', ofTheUnit, 'FROZEN', 'NOT_FOUND'),
  withdrawNil: writes('organiser', '撤回零报告', ofTheUnit, 'FROZEN', 'NOT_FOUND'),
  openNilReports: reads('organiser', '看零报告', ofTheUnit, 'NOT_FOUND'),
  startUpload: reads('organiser', '开始上传文件', ofTheUnit),
  keepFile: writes('organiser', '保存文件', ofTheUnitAndItsReviewer, 'CONFLICT', 'FROZEN', 'NOT_FOUND'),
  removeFile: writes('organiser', '移去文件', ofTheUnitAndItsReviewer, 'CONFLICT', 'FROZEN', 'NOT_FOUND'),
  checkOwnWaiting: writes('organiser', '补查自己的内容', ofTheUnit, 'FROZEN', 'NOT_FOUND'),
  findDoubles: reads('organiser', '查找同一场活动', ofTheUnit, 'NOT_FOUND'),
  askToCoHost: writes('organiser', '请求联合主办', ofTheUnit, 'FROZEN', 'NOT_FOUND'),
  answerCoHost: writes('organiser', '答复联合主办', ofTheUnitAndItsReviewer, 'FROZEN', 'NOT_FOUND'),
  leaveAsCoHost: writes('organiser', '退出联合主办', ofTheUnit, 'FROZEN', 'NOT_FOUND'),
  listCoHosts: reads('organiser', '看联合主办的请求', ofTheUnitAndItsReviewer, 'NOT_FOUND'),
  openRecord: reads('organiser', '看一条记录', ofTheUnitAndItsReviewer, 'NOT_FOUND'),
  readHistory: reads('organiser', '看修改记录', ofTheUnitAndItsReviewer, 'NOT_FOUND'),
  addFollowUp: writes('organiser', '记跟踪服务', ofTheUnitAndItsReviewer, 'FROZEN', 'NOT_FOUND'),
  acceptRecord: writes('bureau', '审核通过', ofTheReviewer, 'CONFLICT', 'FROZEN', 'NOT_FOUND'),
  returnRecord: writes('bureau', '退回记录', ofTheReviewer, 'CONFLICT', 'FROZEN', 'NOT_FOUND'),
  listToRelease: reads('bureau', '看待发布的活动', ofTheReleaser, 'NOT_FOUND'),
  releaseRecords: writes('bureau', '发布记录', ofTheReleaser),
  takeDown: writes('bureau', '紧急下线', ofTheReleaser, 'FROZEN', 'NOT_FOUND'),
  putBack: writes('bureau', '恢复公开', ofTheReleaser, 'FROZEN', 'NOT_FOUND'),
  pinRecord: writes('bureau', '置顶记录', ofTheColumn, 'FROZEN', 'NOT_FOUND'),
  mendRecord: writes(
    'bureau',
    '改错字',
    ofTheReviewer,
    'CONFLICT',
    'CONTENT_REJECTED',
    'FROZEN',
    'NOT_FOUND',
  ),
  moveRecord: writes('bureau', '移交记录', ofTheReviewer, 'CONFLICT', 'FROZEN', 'NOT_FOUND'),
  lookAtChanges: writes('bureau', '查看通过后的改动', ofTheReviewer, 'CONFLICT', 'FROZEN', 'NOT_FOUND'),
  listWaitingChecks: reads('bureau', '看待人工核的内容', ofTheReviewer),
  decideCheck: writes('bureau', '人工核内容', ofTheReviewer, 'CONFLICT', 'FROZEN', 'NOT_FOUND'),
  listRecordsInState: reads('bureau', '看各状态的记录', ofTheReviewer, 'NOT_FOUND'),
  openReporting: reads('bureau', '看各单位报送情况', ofTheReviewer, 'NOT_FOUND'),
  listDoubles: reads('bureau', '看疑似重复', ofTheReviewer, 'NOT_FOUND'),
  dismissDouble: writes('bureau', '认定不是重复', ofTheReviewer, 'FROZEN', 'NOT_FOUND'),
  mergeDoubles: writes('bureau', '合并同一场活动', ofTheReviewer, 'CONFLICT', 'FROZEN', 'NOT_FOUND'),
  undoMerge: writes('bureau', '撤销合并', ofTheReviewer, 'FROZEN', 'NOT_FOUND'),
  openCheckIn: reads('organiser', '打开签到码', ofTheUnitAndItsReviewer, 'FROZEN', 'NOT_FOUND'),

  // The bulletin
  openBulletin: reads('bureau', '打开简报', ofTheBureau, 'NOT_FOUND'),
  compileBulletin: writes('bureau', '汇编简报', ofTheBureau, 'FROZEN', 'NOT_FOUND'),
  editBulletin: writes(
    'bureau',
    '编辑简报',
    ofTheBureau,
    'CONFLICT',
    'CONTENT_REJECTED',
    'FROZEN',
    'NOT_FOUND',
  ),
  issueBulletin: writes(
    'bureau',
    '编发简报',
    ofTheBureau,
    'CONFLICT',
    'CONTENT_REJECTED',
    'FROZEN',
    'NOT_FOUND',
  ),
  grantException: writes('bureau', '准予补报', ofTheBureau, 'DEADLINE_PASSED', 'FROZEN', 'NOT_FOUND'),
  listExceptions: reads('bureau', '看准予补报', ofTheBureau, 'NOT_FOUND'),
  revokeException: writes('bureau', '撤销准予补报', ofTheBureau, 'FROZEN', 'NOT_FOUND'),
  exportBulletin: reads('documents', '导出简报', ofTheBureau, 'FROZEN', 'NOT_FOUND'),
  sendBulletin: writes('documents', '发送简报', ofTheBureau, 'FROZEN', 'NOT_FOUND'),

  // The week's summary
  openSummary: reads('bureau', '打开审核与周汇总', ofTheReviewer, 'NOT_FOUND'),
  compileSummary: writes('bureau', '编制周汇总', ofTheUnitAndItsReviewer, 'FROZEN', 'NOT_FOUND'),
  exportWorkbook: reads('documents', '导出情况汇总表', ofTheUnitAndItsReviewer, 'NOT_FOUND'),
  checkSummary: reads('bureau', '汇总前核对', ofTheUnitAndItsReviewer, 'FROZEN', 'NOT_FOUND'),
  stateAsIs: writes('bureau', '说明情况属实', ofTheUnitAndItsReviewer, 'CONFLICT', 'FROZEN', 'NOT_FOUND'),
  continueSummary: writes('bureau', '接着编制周汇总', ofTheUnitAndItsReviewer, 'FROZEN', 'NOT_FOUND'),
  readSummary: reads('bureau', '看周汇总', ofTheUnitAndItsReviewer, 'NOT_FOUND'),
  listSummaryVersions: reads('bureau', '看汇总各版本', ofTheUnitAndItsReviewer, 'NOT_FOUND'),
  compareSummaries: reads('bureau', '比对两个版本', ofTheUnitAndItsReviewer, 'NOT_FOUND'),
  openReport: reads('bureau', '打开总结', ofTheUnitAndItsReviewer, 'NOT_FOUND'),
  saveReportText: writes('bureau', '写总结', ofTheUnitAndItsReviewer, 'CONFLICT', 'FROZEN', 'NOT_FOUND'),
  exportReport: reads('documents', '导出总结', ofTheUnitAndItsReviewer, 'NOT_FOUND'),
  submitSummary: writes('bureau', '报送周汇总', ofTheReviewer, 'FROZEN', 'NOT_FOUND'),
  listSubmissions: reads('bureau', '看各市报送情况', ofTheReviewer, 'NOT_FOUND'),
  returnSubmission: writes('bureau', '退回报送', ofTheBureau, 'FROZEN', 'NOT_FOUND'),
  mailSummary: writes('documents', '发送汇总', ofTheBureau, 'FROZEN', 'NOT_FOUND'),

  // People
  saveSubscription: writes('organiser', '同意接收通知', ofTheUnit),
  claimBureau: writes('public', '认领省局管理身份', 'anyone', 'FROZEN', 'NOT_FOUND', 'RATE_LIMITED'),
  myMemberships: reads('public', '看自己的身份和申请', 'anyone'),
  readInvitation: reads(
    'public',
    '看邀请',
    'anyone',
    'DEADLINE_PASSED',
    'FROZEN',
    'NOT_FOUND',
    'RATE_LIMITED',
  ),
  acceptInvitation: writes(
    'public',
    '接受邀请',
    'anyone',
    'DEADLINE_PASSED',
    'FROZEN',
    'NOT_FOUND',
    'RATE_LIMITED',
  ),
  applyForMembership: writes('public', '申请加入单位', 'anyone', 'FROZEN', 'NOT_FOUND', 'RATE_LIMITED'),
  withdrawApplication: writes('public', '撤回申请', 'anyone', 'FROZEN', 'NOT_FOUND'),
  listMembers: reads('organiser', '看单位成员', ofTheUnitAndItsReviewer, 'NOT_FOUND'),
  inviteMember: writes(
    'organiser',
    '邀请成员',
    ofTheUnitAndItsReviewer,
    'FROZEN',
    'NOT_FOUND',
    'RATE_LIMITED',
  ),
  listInvitations: reads('organiser', '看未用的邀请', ofTheUnitAndItsReviewer, 'NOT_FOUND'),
  revokeInvitation: writes('organiser', '撤销邀请', ofTheUnitAndItsReviewer, 'FROZEN', 'NOT_FOUND'),
  leaveUnit: writes('public', '退出单位', 'anyone', 'FROZEN', 'NOT_FOUND'),
  handOver: writes('organiser', '移交身份', ofTheUnit, 'NOT_FOUND', 'RATE_LIMITED'),
  askToConfirm: writes('bureau', '请求确认成员', ofTheBureau, 'FROZEN', 'NOT_FOUND'),
  confirmUnits: writes('bureau', '确认单位和成员', ofTheReviewer, 'FROZEN', 'NOT_FOUND'),
  suspendMember: writes('bureau', '停用成员', ofTheReviewer, 'FROZEN', 'NOT_FOUND'),
  resumeMember: writes('bureau', '恢复成员', ofTheReviewer, 'FROZEN', 'NOT_FOUND'),
  listApplications: reads('bureau', '看加入申请', ofTheReviewer),
  decideApplication: writes('bureau', '审批加入申请', ofTheReviewer, 'FROZEN', 'NOT_FOUND'),

  // Notices
  listNotices: reads('public', '看通知', 'anyone'),
  seeNotices: writes('public', '通知已阅', 'anyone', 'NOT_FOUND'),

  // Units
  findUnits: reads('public', '查找单位', 'anyone'),
  listUnits: reads('bureau', '看单位名录', ofTheReviewer),
  saveUnit: writes('bureau', '新增或修改单位', ofTheReviewer, 'CONFLICT', 'FROZEN', 'NOT_FOUND'),
  closeUnit: writes('bureau', '停用单位', ofTheReviewer, 'CONFLICT', 'FROZEN', 'NOT_FOUND'),
  reopenUnit: writes('bureau', '恢复单位', ofTheReviewer, 'CONFLICT', 'FROZEN', 'NOT_FOUND'),
  trustUnit: writes('bureau', '免审发布', ofTheReviewer, 'CONFLICT', 'FROZEN', 'NOT_FOUND'),
  saveUnitContact: writes('organiser', '设置办公联系', ofTheUnitAndItsReviewer, 'FROZEN', 'NOT_FOUND'),
  openUnitContact: reads('bureau', '看办公联系', ofTheReviewer, 'NOT_FOUND'),
  noteCalls: writes('bureau', '登记电话联系', ofTheReviewer, 'FROZEN', 'NOT_FOUND'),
  importUnits: writes('documents', '导入单位名录', ofTheReviewer),
  exportUnitTemplate: reads('documents', '下载单位名录模板', ofTheReviewer),

  // Editions
  listEditions: reads('organiser', '看各届活动周', ofTheUnit),
  createEdition: writes('bureau', '新建一届活动周', ofTheBureau, 'NOT_FOUND'),
  changeEdition: writes('bureau', '修改一届活动周', ofTheBureau, 'CONFLICT', 'FROZEN', 'NOT_FOUND'),
  continueEditionChange: writes('bureau', '接着重算届次改动的记录', ofTheBureau, 'FROZEN', 'NOT_FOUND'),
  extendCityDeadline: writes('bureau', '准予地市延期报送', ofTheBureau, 'CONFLICT', 'FROZEN', 'NOT_FOUND'),
  openEdition: writes('bureau', '启动一届活动周', ofTheBureau, 'CONFLICT', 'FROZEN', 'NOT_FOUND'),
  openClosing: reads('bureau', '归档前核对', ofTheBureau, 'NOT_FOUND'),
  closeEdition: writes('bureau', '归档一届活动周', ofTheBureau, 'CONFLICT', 'FROZEN', 'NOT_FOUND'),
  makeEditionCurrent: writes('bureau', '设为本届活动周', ofTheBureau, 'FROZEN', 'NOT_FOUND'),

  // The audit
  readAudit: reads('bureau', '看操作记录', ofTheBureau),
  verifyAudit: reads('bureau', '核验操作记录', ofTheBureau),
  exportAuditHeads: reads('bureau', '导出操作记录链尾', ofTheBureau),
};

export type ActionName = keyof typeof actions;

/** The actions that a function has to serve. */
export type ActionsOf<Served extends FunctionName> = {
  [Name in ActionName]: (typeof actions)[Name] extends ActionRow<Served> ? Name : never;
}[ActionName];

/** One action's row. */
export function rowOf(name: ActionName): ActionRow {
  return actions[name];
}

/** Whether an action may answer with a code: it is one of the door's, or the action's row says so. */
export function mayRefuse(name: ActionName, code: ErrorCode): boolean {
  const codes: readonly ErrorCode[] = [...atTheDoor, ...rowOf(name).refusals];
  return codes.includes(code);
}
