import { mayAdmit, mayKeepUnit, roleFitsKind } from '#shared/people/admit';
import type { Membership, Role } from '#shared/people/membership';
import { unitKind, type UnitKind } from '#shared/people/unit';

const units = {
  own: { id: 'unit-1', city: '广州' },
  neighbour: { id: 'unit-2', city: '广州' },
  foreign: { id: 'unit-3', city: '深圳' },
  provincial: { id: 'unit-4', city: '省直' },
} as const;
const roles: Role[] = ['organiser', 'city', 'editor', 'bureau'];

function memberAs(role: Role): Membership {
  return { unitId: 'unit-1', unitName: '单位', city: '广州', role };
}

describe('who decides about a role in a unit', () => {
  const expected: Record<Role, Record<keyof typeof units, Role[]>> = {
    organiser: { own: ['organiser'], neighbour: [], foreign: [], provincial: [] },
    city: { own: ['organiser', 'city'], neighbour: ['organiser'], foreign: [], provincial: [] },
    editor: { own: [], neighbour: [], foreign: [], provincial: [] },
    bureau: { own: roles, neighbour: roles, foreign: roles, provincial: roles },
  };

  for (const by of roles) {
    test.each(Object.entries(units))(`${by}, in the %s unit`, (which, unit) => {
      const admitted = roles.filter((role) => mayAdmit(memberAs(by), unit, role));
      expect(admitted).toEqual(expected[by][which as keyof typeof units]);
    });
  }
});

describe('who keeps a unit', () => {
  const kinds: UnitKind[] = ['示范平台', '市级主管部门', '省级主管部门'];

  test.each<[Role, '广州' | '深圳', UnitKind[]]>([
    ['organiser', '广州', []],
    ['city', '广州', ['示范平台']],
    ['city', '深圳', []],
    ['editor', '广州', []],
    ['bureau', '广州', kinds],
    ['bureau', '深圳', kinds],
  ])('%s in %s: %j', (role, city, kept) => {
    expect(kinds.filter((kind) => mayKeepUnit(memberAs(role), { city, kind }))).toEqual(kept);
  });
});

test('staff belong to an authority of their level, organisers and editors to any unit', () => {
  expect(unitKind.options.filter((kind) => roleFitsKind('bureau', kind))).toEqual(['省级主管部门']);
  expect(unitKind.options.filter((kind) => roleFitsKind('city', kind))).toEqual(['市级主管部门']);
  expect(unitKind.options.filter((kind) => roleFitsKind('organiser', kind))).toEqual(unitKind.options);
  expect(unitKind.options.filter((kind) => roleFitsKind('editor', kind))).toEqual(unitKind.options);
});
