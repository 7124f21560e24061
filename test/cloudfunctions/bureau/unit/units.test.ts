import { acceptInvitation } from '#shared/contract/people/accept-invitation';
import { changeEdition } from '#shared/contract/edition/change-edition';
import { closeUnit } from '#shared/contract/unit/close-unit';
import { findUnits } from '#shared/contract/unit/find-units';
import { inviteMember } from '#shared/contract/people/invite-member';
import { listEditions } from '#shared/contract/edition/list-editions';
import { listUnits } from '#shared/contract/unit/list-units';
import { myMemberships } from '#shared/contract/people/my-memberships';
import { openWorkbench } from '#shared/contract/record/open-workbench';
import { reopenUnit } from '#shared/contract/unit/reopen-unit';
import { saveUnit } from '#shared/contract/unit/save-unit';
import type { UnitFields } from '#shared/people/unit';
import { fieldsOf } from '#shared/week/edition';
import { units } from '../../../../local/demo/units';
import { october } from '../../../shared/example-records';
import {
  addPerson,
  ask,
  causeTrouble,
  exampleUnit,
  get,
  kept,
  keptAs,
  putUnits,
  refused,
  runTheCloud,
  stopClockAt,
} from '../../support/running-cloud';

runTheCloud();

beforeEach(() => stopClockAt(october('10 10:00')));

const platform: UnitFields = { name: '广州创业服务平台', kind: '示范平台', city: '广州', parentId: null };

function unitIdOf(name: string): string {
  const found = units.find((each) => each.name === name);
  if (found === undefined) throw new Error(`The demo has no unit ${name}`);
  return found.id;
}

async function make(person: string, fields: Partial<UnitFields>) {
  return (await get(person, saveUnit, { change: null, unit: { ...platform, ...fields } })).unit;
}

async function names(
  person: string,
  search: Partial<{ city: string; kind: UnitFields['kind']; namePart: string; state: 'active' | 'closed' }>,
): Promise<string[]> {
  const found: string[] = [];
  let after: string | null = null;
  do {
    const page: { units: { name: string }[]; next: string | null } = await get(person, listUnits, {
      city: null,
      kind: null,
      namePart: '',
      state: 'active',
      ...search,
      after,
    });
    found.push(...page.units.map(({ name }) => name));
    after = page.next;
  } while (after !== null);
  return found;
}

const wrongAt = (field: string, problem: string) => ({
  code: 'INVALID_INPUT',
  details: { fields: [{ field, problem, limit: null }] },
});

describe('a unit', () => {
  test('is made by its city and by the bureau, and listed', async () => {
    const unit = await make('city', {});
    expect(unit).toEqual({
      ...platform,
      confirmedFor: '',
      id: unit.id,
      state: 'active',
      trusted: false,
      revision: 1,
      createdAt: october('10 10:00'),
      updatedAt: october('10 10:00'),
    });
    await make('bureau', { name: '珠海创业服务平台', city: '珠海' });
    expect(await names('city', { kind: '示范平台' })).toContain('广州创业服务平台');
    expect(await names('bureau', { city: '珠海' })).toContain('珠海创业服务平台');
  });

  test('of another city, or an authority, is not a city’s to make or change', async () => {
    const forbidden = { code: 'FORBIDDEN', details: {} };
    const attempts: [string, Partial<UnitFields>][] = [
      ['city', { city: '深圳' }],
      ['city', { city: '省直' }],
      ['city', { kind: '市级主管部门' }],
      ['city', { kind: '省级主管部门', city: '省直' }],
      ['shenzhen-city', {}],
    ];
    for (const [person, fields] of attempts) {
      expect(await refused(person, saveUnit, { change: null, unit: { ...platform, ...fields } })).toEqual(
        forbidden,
      );
    }
    const laboratory = units.find(({ name }) => name === '深圳开放创新实验室');
    const change = { id: laboratory?.id ?? '', revision: 1 };
    const { name, kind, city, parentId } = laboratory ?? platform;
    const asked = { change, unit: { name, kind, city, parentId } };
    expect(await refused('city', saveUnit, asked)).toEqual(forbidden);
    expect(await refused('city', closeUnit, change)).toEqual(forbidden);
    // Nor does a city take a unit over, or give one away.
    expect(await refused('city', saveUnit, { ...asked, unit: { ...asked.unit, city: '广州' } })).toEqual(
      forbidden,
    );
    expect(await refused('organiser', saveUnit, asked)).toMatchObject({ code: 'NO_MEMBERSHIP' });
    expect(
      await refused('city', listUnits, {
        city: '深圳',
        kind: null,
        namePart: '',
        state: 'active',
        after: null,
      }),
    ).toEqual(forbidden);
    const own = await keptAs('units', unitIdOf('广州市工业和信息化委员会'));
    expect(await refused('city', closeUnit, { id: own._id, revision: 1 })).toEqual(forbidden);
  });

  test('has a name of its own in its city, however it is typed; another city may have it too', async () => {
    await make('city', { name: '双创基地（A区）' });
    for (const name of ['双创基地（A区）', '双创基地(a区)', ' 双创基地 （Ａ区） ']) {
      expect(await refused('city', saveUnit, { change: null, unit: { ...platform, name } })).toEqual(
        wrongAt('unit.name', 'taken'),
      );
    }
    expect(await make('bureau', { name: '双创基地（A区）', city: '深圳' })).toMatchObject({ city: '深圳' });
  });

  test('made by two at once under one name is one', async () => {
    await causeTrouble({ action: 'database.commitTransaction', times: 1, delayMs: 300 });
    const asked = { change: null, unit: { ...platform, name: '同时新增的平台' } };
    const answers = await Promise.all(['city', 'bureau'].map((person) => ask(person, saveUnit, asked)));
    expect(answers.filter((answer) => 'ok' in answer && answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => 'ok' in answer && !answer.ok)).toMatchObject({
      error: wrongAt('unit.name', 'taken'),
    });
  });

  test.each<[string, Partial<UnitFields>, string, string]>([
    ['a city that takes no part', { city: '长沙' }, 'unit.city', 'not-a-choice'],
    [
      'a city’s authority of the province',
      { kind: '市级主管部门', city: '省直' },
      'unit.kind',
      'not-a-choice',
    ],
    ['the province’s authority of a city', { kind: '省级主管部门' }, 'unit.kind', 'not-a-choice'],
    ['a unit of the province of a city', { kind: '省直单位' }, 'unit.kind', 'not-a-choice'],
    ['a parent that is not there', { parentId: 'unit-9999' }, 'unit.parentId', 'not-a-choice'],
    ['a name of one sign', { name: '局' }, 'unit.name', 'too-short'],
  ])('is not %s', async (_what, fields, field, problem) => {
    const asked = { change: null, unit: { ...platform, name: '不能保存的单位', ...fields } };
    expect(await refused('bureau', saveUnit, asked)).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field, problem }] },
    });
  });

  test('is in a city that the edition names, whichever those are', async () => {
    const [edition] = (await get('bureau', listEditions, {})).editions;
    if (edition === undefined) throw new Error('There is no edition');
    await get('bureau', changeEdition, {
      id: edition.id,
      revision: edition.revision,
      fields: { ...fieldsOf(edition), cities: [...edition.cities, '横琴'] },
    });
    expect(await make('bureau', { city: '横琴' })).toMatchObject({ city: '横琴' });
  });

  test('stands under one of its city or of the province, and never in a circle', async () => {
    const upper = await make('city', { name: '上级平台' });
    const lower = await make('city', { name: '下级平台', parentId: upper.id });
    expect(lower.parentId).toBe(upper.id);
    const circle = { ...platform, name: '上级平台', parentId: lower.id };
    expect(await refused('city', saveUnit, { change: { id: upper.id, revision: 1 }, unit: circle })).toEqual(
      wrongAt('unit.parentId', 'not-a-choice'),
    );
    const foreign = { ...platform, name: '外地上级', parentId: unitIdOf('深圳开放创新实验室') };
    expect(await refused('bureau', saveUnit, { change: null, unit: foreign })).toEqual(
      wrongAt('unit.parentId', 'not-a-choice'),
    );
  });

  test('stands under an authority of the province, whatever its own city is', async () => {
    const parentId = unitIdOf('广东省中小企业局');
    expect((await make('city', { name: '省局下的平台', parentId })).parentId).toBe(parentId);
  });

  test('does not come under one that is closed, and stays under one that closes', async () => {
    const upper = await make('city', { name: '停用的上级' });
    const lower = await make('city', { name: '停用上级下的平台', parentId: upper.id });
    await get('city', closeUnit, { id: upper.id, revision: upper.revision });
    const late = { ...platform, name: '来晚的平台', parentId: upper.id };
    expect(await refused('city', saveUnit, { change: null, unit: late })).toEqual(
      wrongAt('unit.parentId', 'not-a-choice'),
    );
    const change = { id: lower.id, revision: lower.revision };
    const unit = { ...platform, name: '停用上级下改名的平台', parentId: upper.id };
    expect((await get('city', saveUnit, { change, unit })).unit).toMatchObject({ parentId: upper.id });
  });

  test('changed from an old revision is refused with what is kept', async () => {
    const unit = await make('city', { name: '两人同改的平台' });
    const change = { id: unit.id, revision: 1 };
    await get('city', saveUnit, { change, unit: { ...platform, name: '两人同改的平台', kind: '合作区' } });
    const refusal = await refused('bureau', saveUnit, { change, unit: { ...platform, name: '另一个名称' } });
    expect(refusal).toMatchObject({ code: 'CONFLICT', details: { current: { id: unit.id, revision: 2 } } });
  });

  test('whose kind has no such role as a member has does not change to it', async () => {
    const authority = await keptAs('units', unitIdOf('广州市工业和信息化委员会'));
    expect(
      await refused('bureau', saveUnit, {
        change: { id: authority._id, revision: Number(authority.revision) },
        unit: { name: '广州市工业和信息化委员会', kind: '示范平台', city: '广州', parentId: null },
      }),
    ).toEqual(wrongAt('unit.kind', 'in-use'));
  });
});

describe('the members of a unit', () => {
  async function unitWithMember(name: string, person: string) {
    const unit = await make('city', { name });
    await addPerson(person, null);
    const { code } = await get('city', inviteMember, { unitId: unit.id, role: 'organiser' });
    await get(person, acceptInvitation, { code, alias: '' });
    return unit;
  }

  test('belong to it by its new name and city as soon as it is changed', async () => {
    const { id } = await unitWithMember('改名前的平台', 'renamed');
    await get('bureau', saveUnit, {
      change: { id, revision: 1 },
      unit: { ...platform, name: '改名后的平台', city: '珠海' },
    });
    expect((await get('renamed', myMemberships, {})).memberships).toMatchObject([
      { unitName: '改名后的平台', city: '珠海', state: 'active' },
    ]);
    expect((await get('renamed', openWorkbench, { after: null })).unit.name).toBe('改名后的平台');
  });

  test('answer to the staff of its new city from then on, and keep their role', async () => {
    const { id } = await unitWithMember('迁走前的平台', 'moved');
    const change = { id, revision: 1 };
    await get('bureau', saveUnit, { change, unit: { ...platform, name: '迁走后的平台', city: '深圳' } });
    expect((await get('moved', myMemberships, {})).memberships).toMatchObject([
      { unitId: id, unitName: '迁走后的平台', city: '深圳', role: 'organiser', state: 'active' },
    ]);
    const again = { change: { id, revision: 2 }, unit: { ...platform, name: '迁走后的平台' } };
    expect(await refused('city', saveUnit, again)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await names('shenzhen-city', { namePart: '迁走后' })).toEqual(['迁走后的平台']);
    expect(
      await refused('moved', listUnits, {
        city: null,
        kind: null,
        namePart: '',
        state: 'active',
        after: null,
      }),
    ).toMatchObject({ code: 'NO_MEMBERSHIP' });
  });

  test('leave it when it is closed; opened again it has none', async () => {
    const { id } = await unitWithMember('停用又恢复的平台', 'dismissed');
    await get('city', closeUnit, { id, revision: 1 });
    expect(await refused('dismissed', openWorkbench, { after: null })).toMatchObject({
      code: 'NO_MEMBERSHIP',
    });
    const frozen = { code: 'FROZEN', details: { state: 'unit-closed' } };
    expect(await refused('city', inviteMember, { unitId: id, role: 'organiser' })).toEqual(frozen);
    expect(
      await refused('city', saveUnit, { change: { id, revision: 2 }, unit: { ...platform, name: '改名' } }),
    ).toEqual(frozen);
    expect(await names('city', { namePart: '停用又恢复' })).toEqual([]);
    expect(await names('city', { namePart: '停用又恢复', state: 'closed' })).toEqual(['停用又恢复的平台']);

    expect(await refused('shenzhen-city', reopenUnit, { id, revision: 2 })).toMatchObject({
      code: 'FORBIDDEN',
    });
    await get('city', reopenUnit, { id, revision: 2 });
    expect((await get('dismissed', myMemberships, {})).memberships).toEqual([]);
    expect(await get('city', inviteMember, { unitId: id, role: 'organiser' })).toHaveProperty('code');
  });

  test('are renamed with their unit in one document, however many they are', async () => {
    const { id } = await unitWithMember('改名以前的平台', 'unchanged');
    const before = await kept('memberships');
    await get('city', saveUnit, {
      change: { id, revision: 1 },
      unit: { ...platform, name: '改名以后的平台' },
    });
    expect(await kept('memberships')).toEqual(before);
    expect((await get('unchanged', myMemberships, {})).memberships[0]?.unitName).toBe('改名以后的平台');
  });
});

describe('looking units up', () => {
  test('by a part of the name, with and without spaces and brackets as typed', async () => {
    await make('city', { name: '黄埔（国际）人才港' });
    for (const namePart of ['人才港', '(国际)', '黄埔 （国际', '（国际）人才']) {
      expect(await names('city', { namePart })).toContain('黄埔（国际）人才港');
    }
    expect(await names('city', { namePart: '没有这样的名称' })).toEqual([]);
    expect(await names('city', { namePart: '.*' })).toEqual([]);
  });

  test('among a thousand goes on page by page to the last', async () => {
    const many = Array.from({ length: 1000 }, (_each, index) =>
      exampleUnit({
        id: `many-${index}`,
        name: `批量单位${String(index).padStart(4, '0')}`,
        kind: '服务联盟',
        city: '汕头',
      }),
    );
    await putUnits(many);
    const asked = { city: '汕头', kind: '服务联盟', namePart: '单位0999' } as const;
    expect(await names('bureau', asked)).toEqual(['批量单位0999']);
    expect(await names('bureau', { city: '汕头', kind: '服务联盟' })).toHaveLength(1000);
    const first = await get('visitor', findUnits, { ...asked, namePart: '批量', after: null });
    expect(first.units).toHaveLength(20);
    expect(Object.keys(first.units[0] ?? {}).sort()).toEqual(['city', 'id', 'kind', 'name']);
  });
});

test('every unit of the demo keeps to the rules', async () => {
  const keys = (await kept('units')).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});
