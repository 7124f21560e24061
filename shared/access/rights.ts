import type { Jurisdiction } from '../ground/region';
import type { Membership, Role } from '../people/membership';

/** How far a right reaches: the member's own unit, the own city's units, or everything. */
export type Scope = 'own-unit' | 'own-city' | 'everything';

/** Who may do an action: anyone in the mini-program, or members by role, each as far as the scope says. */
export type Right = 'anyone' | Partial<Record<Role, Scope>>;

const ofTheUnit: Right = { organiser: 'own-unit', city: 'own-unit', bureau: 'own-unit' };
const ofTheReviewer: Right = { city: 'own-city', bureau: 'everything' };
/** A unit its own, a city its units', the bureau all. */
const ofTheUnitAndItsReviewer: Right = { organiser: 'own-unit', ...ofTheReviewer };
const ofTheBureau: Right = { bureau: 'everything' };

/** The one table of who may do what (权限表): a row an action. */
export const rights = {
  openHome: 'anyone',
  listActivities: 'anyone',
  readActivity: 'anyone',
  openWorkbench: ofTheUnit,
  openLogForm: ofTheUnit,
  saveActivity: ofTheUnit,
  openSummary: ofTheReviewer,
  compileSummary: ofTheUnitAndItsReviewer,
  exportWorkbook: ofTheUnitAndItsReviewer,
  listBulletins: 'anyone',
  readBulletin: 'anyone',
  openBulletin: ofTheBureau,
  compileBulletin: ofTheBureau,
  editBulletin: ofTheBureau,
  issueBulletin: ofTheBureau,
  grantException: ofTheBureau,
  listExceptions: ofTheBureau,
  revokeException: ofTheBureau,
  exportBulletin: ofTheBureau,
  sendBulletin: ofTheBureau,
  listPolicies: 'anyone',
  readPolicy: 'anyone',
  listShowcases: 'anyone',
  readShowcase: 'anyone',
  savePolicy: ofTheUnit,
  saveShowcase: ofTheUnit,
  withdrawRecord: ofTheUnit,
  listOwnRecords: ofTheUnit,
  stateNil: ofTheUnit,
  withdrawNil: ofTheUnit,
  openNilReports: ofTheUnit,
  startUpload: ofTheUnit,
  keepFile: ofTheUnit,
  removeFile: ofTheUnit,
  checkOwnWaiting: ofTheUnit,
  findDoubles: ofTheUnit,
  joinAsCoHost: ofTheUnit,
  openRecord: ofTheUnitAndItsReviewer,
  readHistory: ofTheUnitAndItsReviewer,
  addFollowUp: ofTheUnitAndItsReviewer,
  acceptRecord: ofTheReviewer,
  returnRecord: ofTheReviewer,
  lookAtChanges: ofTheReviewer,
  listWaitingChecks: ofTheReviewer,
  decideCheck: ofTheReviewer,
  listRecordsInState: ofTheReviewer,
  openReporting: ofTheReviewer,
  listDoubles: ofTheReviewer,
  dismissDouble: ofTheReviewer,
  mergeDoubles: ofTheReviewer,
  undoMerge: ofTheReviewer,
  checkSummary: ofTheUnitAndItsReviewer,
  stateAsIs: ofTheUnitAndItsReviewer,
  continueSummary: ofTheUnitAndItsReviewer,
  readSummary: ofTheUnitAndItsReviewer,
  listSummaryVersions: ofTheUnitAndItsReviewer,
  compareSummaries: ofTheUnitAndItsReviewer,
  openReport: ofTheUnitAndItsReviewer,
  saveReportText: ofTheUnitAndItsReviewer,
  exportReport: ofTheUnitAndItsReviewer,
  submitSummary: ofTheReviewer,
  listSubmissions: ofTheReviewer,
  returnSubmission: ofTheBureau,
  mailSummary: ofTheBureau,

  readSnapshot: 'anyone',
  checkIn: 'anyone',
  saveFavourite: 'anyone',
  listFavourites: 'anyone',
  saveReminder: 'anyone',
  submitFeedback: 'anyone',
  listOwnFeedback: 'anyone',
  openCheckIn: { organiser: 'own-unit', city: 'own-city', bureau: 'everything' },
  saveSubscription: ofTheUnit,
  listFeedback: ofTheBureau,
  answerFeedback: ofTheBureau,
  readAudit: ofTheBureau,
  verifyAudit: ofTheBureau,
  exportAuditHeads: ofTheBureau,

  claimBureau: 'anyone',
  findUnits: 'anyone',
  myMemberships: 'anyone',
  readInvitation: 'anyone',
  acceptInvitation: 'anyone',
  applyForMembership: 'anyone',
  withdrawApplication: 'anyone',
  listEditions: ofTheUnit,
  createEdition: ofTheBureau,
  changeEdition: ofTheBureau,
  openEdition: ofTheBureau,
  closeEdition: ofTheBureau,
  makeEditionCurrent: ofTheBureau,
  listUnits: ofTheReviewer,
  saveUnit: ofTheReviewer,
  closeUnit: ofTheReviewer,
  reopenUnit: ofTheReviewer,
  importUnits: ofTheReviewer,
  exportUnitTemplate: ofTheReviewer,
  listMembers: ofTheUnitAndItsReviewer,
  inviteMember: ofTheUnitAndItsReviewer,
  listInvitations: ofTheUnitAndItsReviewer,
  revokeInvitation: ofTheUnitAndItsReviewer,
  leaveUnit: 'anyone',
  handOver: ofTheUnit,
  suspendMember: ofTheReviewer,
  resumeMember: ofTheReviewer,
  listApplications: ofTheReviewer,
  decideApplication: ofTheReviewer,
} as const satisfies Record<string, Right>;

export type ActionName = keyof typeof rights;

/** Whom a record belongs to, as far as rights care. */
export interface Belonging {
  unitId: string;
  unitCity: Jurisdiction;
}

function reaches(scope: Scope | undefined, membership: Membership, record: Belonging): boolean {
  if (scope === 'everything') return true;
  if (scope === 'own-city') return membership.city === record.unitCity;
  return scope === 'own-unit' && membership.unitId === record.unitId;
}

/** Whether an action is open to anyone, member or not. */
export function isForAnyone(action: ActionName): boolean {
  return rights[action] === 'anyone';
}

/** The memberships that let a person do an action somewhere; none for an action that is open to anyone. */
export function membershipsFor(action: ActionName, memberships: readonly Membership[]): Membership[] {
  const right: Right = rights[action];
  if (right === 'anyone') return [];
  return memberships.filter((membership) => right[membership.role] !== undefined);
}

/** Whether a membership lets a person do an action to a record. */
export function mayDo(action: ActionName, memberships: readonly Membership[], record: Belonging): boolean {
  const right: Right = rights[action];
  if (right === 'anyone') return true;
  return memberships.some((membership) => reaches(right[membership.role], membership, record));
}
