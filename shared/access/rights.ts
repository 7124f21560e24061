import type { Jurisdiction } from '../record/region';
import type { Membership, Role } from './membership';

/** How far a right reaches: the member's own unit, the own city's units, or everything. */
type Scope = 'own-unit' | 'own-city' | 'everything';

/** Who may do an action: anyone in the mini-program, or members by role, each as far as the scope says. */
type Right = 'anyone' | Partial<Record<Role, Scope>>;

const ofTheUnit: Right = { organiser: 'own-unit', city: 'own-unit', bureau: 'own-unit' };
const ofTheReviewer: Right = { city: 'own-city', bureau: 'everything' };
/** A unit its own, a city its units', the bureau all. */
const ofEachItsOwn: Right = { organiser: 'own-unit', city: 'own-city', bureau: 'everything' };
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
  acceptActivity: ofTheReviewer,
  compileSummary: ofEachItsOwn,
  exportWorkbook: ofEachItsOwn,
  checkSummary: ofEachItsOwn,
  stateAsIs: ofEachItsOwn,
  continueSummary: ofEachItsOwn,
  readSummary: ofEachItsOwn,
  listSummaryVersions: ofEachItsOwn,
  compareSummaries: ofEachItsOwn,
  openReport: ofEachItsOwn,
  saveReportText: ofEachItsOwn,
  exportReport: ofEachItsOwn,
  submitSummary: ofTheReviewer,
  listSubmissions: ofTheReviewer,
  returnSubmission: ofTheBureau,

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
