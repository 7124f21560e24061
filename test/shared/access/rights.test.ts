import { actions, rowOf, type ActionName } from '#shared/access/actions';
import type { Scope } from '#shared/access/right';
import { isForAnyone, mayDo, membershipsFor } from '#shared/access/rights';
import type { Membership, Role } from '#shared/people/membership';

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

const everything: Standing[] = ['own', 'neighbour', 'foreign'];
const reachOf: Record<Scope, Standing[]> = {
  'own-unit': ['own'],
  'own-city': ['own', 'neighbour'],
  everything,
};
const roles: Role[] = ['organiser', 'city', 'editor', 'bureau'];
const everyAction = Object.keys(actions) as ActionName[];

function reached(action: ActionName, memberships: Membership[]): Standing[] {
  return everything.filter((standing) => mayDo(action, memberships, records[standing]));
}

/** Rows of the table as a clerk would say them: who reaches what. */
const samples: [ActionName, Record<'nobody' | Role, Standing[]>][] = [
  [
    'openHome',
    { nobody: everything, organiser: everything, city: everything, editor: everything, bureau: everything },
  ],
  [
    'acceptInvitation',
    { nobody: everything, organiser: everything, city: everything, editor: everything, bureau: everything },
  ],
  [
    'saveActivity',
    { nobody: [], organiser: ['own'], city: ['own', 'neighbour'], editor: [], bureau: everything },
  ],
  ['stateNil', { nobody: [], organiser: ['own'], city: ['own'], editor: [], bureau: ['own'] }],
  [
    'openRecord',
    { nobody: [], organiser: ['own'], city: ['own', 'neighbour'], editor: [], bureau: everything },
  ],
  [
    'compileSummary',
    { nobody: [], organiser: ['own'], city: ['own', 'neighbour'], editor: [], bureau: everything },
  ],
  [
    'inviteMember',
    { nobody: [], organiser: ['own'], city: ['own', 'neighbour'], editor: [], bureau: everything },
  ],
  ['acceptRecord', { nobody: [], organiser: [], city: ['own', 'neighbour'], editor: [], bureau: everything }],
  [
    'submitSummary',
    { nobody: [], organiser: [], city: ['own', 'neighbour'], editor: [], bureau: everything },
  ],
  ['saveUnit', { nobody: [], organiser: [], city: ['own', 'neighbour'], editor: [], bureau: everything }],
  ['issueBulletin', { nobody: [], organiser: [], city: [], editor: [], bureau: everything }],
  ['makeEditionCurrent', { nobody: [], organiser: [], city: [], editor: [], bureau: everything }],
  ['readAudit', { nobody: [], organiser: [], city: [], editor: [], bureau: everything }],
  ['answerFeedback', { nobody: [], organiser: [], city: [], editor: everything, bureau: everything }],
];

test.each(samples)('%s reaches these records and no others', (action, { nobody, ...members }) => {
  expect(reached(action, [])).toEqual(nobody);
  for (const role of roles) expect(reached(action, [memberAs(role)])).toEqual(members[role]);
});

test('what is open to anyone is done under no membership, whatever it is about', () => {
  const open = everyAction.filter(isForAnyone);
  expect(open.length).toBeGreaterThan(20);
  for (const action of open) {
    expect(actions[action].right).toBe('anyone');
    expect(reached(action, [])).toEqual(everything);
    expect(
      membershipsFor(
        action,
        roles.map((role) => memberAs(role)),
      ),
    ).toEqual([]);
  }
});

test.each(Object.entries(reachOf))('a right of the scope %s reaches just that', (scope, standings) => {
  const rows = everyAction.flatMap((action) => {
    const { right } = rowOf(action);
    return right === 'anyone'
      ? []
      : roles.filter((role) => right[role] === scope).map((role) => ({ action, role }));
  });
  expect(rows.length).toBeGreaterThan(20);
  for (const { action, role } of rows) {
    expect({ action, role, reached: reached(action, [memberAs(role)]) }).toEqual({
      action,
      role,
      reached: standings,
    });
    expect(membershipsFor(action, [memberAs(role)])).toEqual([memberAs(role)]);
  }
});

test('who has no right in a row may do nothing by it', () => {
  for (const action of everyAction.filter((each) => !isForAnyone(each))) {
    const { right } = rowOf(action);
    expect(reached(action, [])).toEqual([]);
    if (right === 'anyone') continue;
    for (const role of roles.filter((each) => right[each] === undefined)) {
      expect(reached(action, [memberAs(role)])).toEqual([]);
      expect(membershipsFor(action, [memberAs(role)])).toEqual([]);
    }
  }
});

describe('a person with several memberships', () => {
  const organiserAndCity = [memberAs('organiser', 'unit-3', '深圳'), memberAs('city', 'unit-1', '广州')];

  test('may do what any of them lets do', () => {
    expect(mayDo('stateNil', organiserAndCity, records.own)).toBe(true);
    expect(mayDo('stateNil', organiserAndCity, records.foreign)).toBe(true);
    expect(mayDo('stateNil', organiserAndCity, records.neighbour)).toBe(false);
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
