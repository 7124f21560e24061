import type { Membership, Role } from '#shared/people/membership';
import { isForAnyone, mayDo, membershipsFor, rights, type ActionName } from '#shared/access/rights';

/** How a record stands to a member: of the own unit, of another unit in the own city, of another city. */
const records = {
  own: { unitId: 'unit-1', unitCity: '广州' },
  neighbour: { unitId: 'unit-2', unitCity: '广州' },
  foreign: { unitId: 'unit-3', unitCity: '深圳' },
} as const;
type Standing = keyof typeof records;

function memberAs(role: Role, unitId = 'unit-1', city: Membership['city'] = '广州'): Membership {
  return { unitId, unitName: '单位', city, role };
}

/** To which records a person may do an action: nobody's member, organiser, city staff, bureau staff. */
type Reach = Record<'nobody' | Role, Standing[]>;
const everything: Standing[] = ['own', 'neighbour', 'foreign'];
const ownCity: Standing[] = ['own', 'neighbour'];
const ownUnit: Standing[] = ['own'];
const nothing: Standing[] = [];
const eachItsOwn: Reach = { nobody: nothing, organiser: ownUnit, city: ownCity, bureau: everything };

const expected: Record<ActionName, Reach> = {
  openHome: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  listActivities: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  readActivity: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  openWorkbench: { nobody: nothing, organiser: ownUnit, city: ownUnit, bureau: ownUnit },
  openLogForm: { nobody: nothing, organiser: ownUnit, city: ownUnit, bureau: ownUnit },
  saveActivity: { nobody: nothing, organiser: ownUnit, city: ownUnit, bureau: ownUnit },
  openSummary: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  listBulletins: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  readBulletin: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  openBulletin: { nobody: nothing, organiser: nothing, city: nothing, bureau: everything },
  compileBulletin: { nobody: nothing, organiser: nothing, city: nothing, bureau: everything },
  editBulletin: { nobody: nothing, organiser: nothing, city: nothing, bureau: everything },
  issueBulletin: { nobody: nothing, organiser: nothing, city: nothing, bureau: everything },
  grantException: { nobody: nothing, organiser: nothing, city: nothing, bureau: everything },
  listExceptions: { nobody: nothing, organiser: nothing, city: nothing, bureau: everything },
  revokeException: { nobody: nothing, organiser: nothing, city: nothing, bureau: everything },
  exportBulletin: { nobody: nothing, organiser: nothing, city: nothing, bureau: everything },
  sendBulletin: { nobody: nothing, organiser: nothing, city: nothing, bureau: everything },
  listPolicies: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  readPolicy: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  listShowcases: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  readShowcase: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  savePolicy: { nobody: nothing, organiser: ownUnit, city: ownUnit, bureau: ownUnit },
  saveShowcase: { nobody: nothing, organiser: ownUnit, city: ownUnit, bureau: ownUnit },
  withdrawRecord: { nobody: nothing, organiser: ownUnit, city: ownUnit, bureau: ownUnit },
  listOwnRecords: { nobody: nothing, organiser: ownUnit, city: ownUnit, bureau: ownUnit },
  stateNil: { nobody: nothing, organiser: ownUnit, city: ownUnit, bureau: ownUnit },
  withdrawNil: { nobody: nothing, organiser: ownUnit, city: ownUnit, bureau: ownUnit },
  openNilReports: { nobody: nothing, organiser: ownUnit, city: ownUnit, bureau: ownUnit },
  startUpload: { nobody: nothing, organiser: ownUnit, city: ownUnit, bureau: ownUnit },
  keepFile: { nobody: nothing, organiser: ownUnit, city: ownUnit, bureau: ownUnit },
  removeFile: { nobody: nothing, organiser: ownUnit, city: ownUnit, bureau: ownUnit },
  checkOwnWaiting: { nobody: nothing, organiser: ownUnit, city: ownUnit, bureau: ownUnit },
  listWaitingChecks: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  decideCheck: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  findDoubles: { nobody: nothing, organiser: ownUnit, city: ownUnit, bureau: ownUnit },
  joinAsCoHost: { nobody: nothing, organiser: ownUnit, city: ownUnit, bureau: ownUnit },
  openRecord: { nobody: nothing, organiser: ownUnit, city: ownCity, bureau: everything },
  readHistory: { nobody: nothing, organiser: ownUnit, city: ownCity, bureau: everything },
  addFollowUp: { nobody: nothing, organiser: ownUnit, city: ownCity, bureau: everything },
  acceptRecord: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  returnRecord: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  lookAtChanges: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  listRecordsInState: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  openReporting: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  listDoubles: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  dismissDouble: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  mergeDoubles: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  undoMerge: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  compileSummary: eachItsOwn,
  exportWorkbook: eachItsOwn,
  checkSummary: eachItsOwn,
  stateAsIs: eachItsOwn,
  continueSummary: eachItsOwn,
  readSummary: eachItsOwn,
  listSummaryVersions: eachItsOwn,
  compareSummaries: eachItsOwn,
  openReport: eachItsOwn,
  saveReportText: eachItsOwn,
  exportReport: eachItsOwn,
  submitSummary: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  listSubmissions: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  returnSubmission: { nobody: nothing, organiser: nothing, city: nothing, bureau: everything },
  mailSummary: { nobody: nothing, organiser: nothing, city: nothing, bureau: everything },

  readSnapshot: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  checkIn: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  saveFavourite: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  listFavourites: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  saveReminder: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  submitFeedback: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  listOwnFeedback: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  openCheckIn: { nobody: nothing, organiser: ownUnit, city: ownCity, bureau: everything },
  saveSubscription: { nobody: nothing, organiser: ownUnit, city: ownUnit, bureau: ownUnit },
  listFeedback: { nobody: nothing, organiser: nothing, city: nothing, bureau: everything },
  answerFeedback: { nobody: nothing, organiser: nothing, city: nothing, bureau: everything },
  readAudit: { nobody: nothing, organiser: nothing, city: nothing, bureau: everything },
  verifyAudit: { nobody: nothing, organiser: nothing, city: nothing, bureau: everything },
  exportAuditHeads: { nobody: nothing, organiser: nothing, city: nothing, bureau: everything },

  claimBureau: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  findUnits: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  myMemberships: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  readInvitation: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  acceptInvitation: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  applyForMembership: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  withdrawApplication: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  leaveUnit: { nobody: everything, organiser: everything, city: everything, bureau: everything },
  listEditions: { nobody: nothing, organiser: ownUnit, city: ownUnit, bureau: ownUnit },
  handOver: { nobody: nothing, organiser: ownUnit, city: ownUnit, bureau: ownUnit },
  createEdition: { nobody: nothing, organiser: nothing, city: nothing, bureau: everything },
  changeEdition: { nobody: nothing, organiser: nothing, city: nothing, bureau: everything },
  openEdition: { nobody: nothing, organiser: nothing, city: nothing, bureau: everything },
  closeEdition: { nobody: nothing, organiser: nothing, city: nothing, bureau: everything },
  makeEditionCurrent: { nobody: nothing, organiser: nothing, city: nothing, bureau: everything },
  listUnits: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  saveUnit: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  closeUnit: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  reopenUnit: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  importUnits: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  exportUnitTemplate: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  suspendMember: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  resumeMember: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  listApplications: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  decideApplication: { nobody: nothing, organiser: nothing, city: ownCity, bureau: everything },
  listMembers: { nobody: nothing, organiser: ownUnit, city: ownCity, bureau: everything },
  inviteMember: { nobody: nothing, organiser: ownUnit, city: ownCity, bureau: everything },
  listInvitations: { nobody: nothing, organiser: ownUnit, city: ownCity, bureau: everything },
  revokeInvitation: { nobody: nothing, organiser: ownUnit, city: ownCity, bureau: everything },
};

const actions = Object.keys(expected) as ActionName[];
const people = ['nobody', 'organiser', 'city', 'bureau'] as const;

function membershipsOf(person: (typeof people)[number]): Membership[] {
  return person === 'nobody' ? [] : [memberAs(person)];
}

test('every action has its row here', () => {
  expect(Object.keys(rights).sort()).toEqual([...actions].sort());
});

describe.each(actions)('%s', (action) => {
  test.each(people)('may be done by %s to these records and no others', (person) => {
    const reached = everything.filter((standing) => mayDo(action, membershipsOf(person), records[standing]));
    expect(reached).toEqual(expected[action][person]);
  });

  test('is open to anyone, or is done under a membership that lets do it', () => {
    expect(isForAnyone(action)).toBe(expected[action].nobody.length > 0);
    for (const person of people) {
      const lets = !isForAnyone(action) && expected[action][person].length > 0;
      expect(membershipsFor(action, membershipsOf(person))).toEqual(lets ? membershipsOf(person) : []);
    }
  });
});

describe('a person with several memberships', () => {
  const organiserAndCity = [memberAs('organiser', 'unit-3', '深圳'), memberAs('city', 'unit-1', '广州')];

  test('may do what any of them lets do', () => {
    expect(mayDo('saveActivity', organiserAndCity, records.own)).toBe(true);
    expect(mayDo('saveActivity', organiserAndCity, records.foreign)).toBe(true);
    expect(mayDo('saveActivity', organiserAndCity, records.neighbour)).toBe(false);
  });

  test('does not carry the right of one to the city of the other', () => {
    expect(mayDo('acceptRecord', organiserAndCity, records.neighbour)).toBe(true);
    expect(mayDo('acceptRecord', organiserAndCity, records.foreign)).toBe(false);
  });

  test('acts only under those that have the right', () => {
    expect(membershipsFor('acceptRecord', organiserAndCity)).toEqual([organiserAndCity[1]]);
  });
});

test('a record that names the own unit but another city is still the unit’s', () => {
  const moved = { unitId: 'unit-1', unitCity: '深圳' } as const;
  expect(mayDo('saveActivity', [memberAs('organiser')], moved)).toBe(true);
  expect(mayDo('acceptRecord', [memberAs('city')], moved)).toBe(false);
});
