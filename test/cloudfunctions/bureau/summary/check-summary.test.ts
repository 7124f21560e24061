import { acceptRecord } from '#shared/contract/record/accept-record';
import { checkSummary } from '#shared/contract/summary/check-summary';
import { stateNil } from '#shared/contract/record/state-nil';
import { stateAsIs } from '#shared/contract/summary/state-as-is';
import type { StatedFindingView } from '#shared/contract/summary/summary-views';
import type { FindingKind } from '#shared/summary/finding';
import type { SummaryScope } from '#shared/summary/summary-scope';
import { edition2018, october } from '../../../shared/example-records';
import { compile, partsOf } from '../../support/compile';
import { log } from '../../support/log-form';
import {
  addPerson,
  everythingKept,
  get,
  kept,
  keptAs,
  putDocuments,
  refused,
  runTheCloud,
  stopClockAt,
  type Kept,
  type PersonId,
} from '../../support/running-cloud';

runTheCloud();

beforeEach(() => stopClockAt(october('10 15:00')));

async function findingsOf(person: PersonId, scope: SummaryScope | null = null): Promise<StatedFindingView[]> {
  const findings: StatedFindingView[] = [];
  let after: string | null = null;
  do {
    const page: { findings: StatedFindingView[]; next: string | null } = await get(person, checkSummary, {
      scope,
      after,
    });
    findings.push(...page.findings);
    after = page.next;
  } while (after !== null);
  return findings;
}

/** What is found of a record, but for its likeness to the other records of these tests. */
async function findingsFor(id: string): Promise<StatedFindingView[]> {
  return (await findingsOf('city')).filter((each) => each.id === id && each.kind !== 'double');
}

async function kindsFor(id: string): Promise<FindingKind[]> {
  return (await findingsFor(id)).map(({ kind }) => kind);
}

async function acceptedBy(person: PersonId, typed: Parameters<typeof log>[1]): Promise<string> {
  const { id, revision } = await log(person, typed);
  await get('city', acceptRecord, { kind: 'activity', id, revision });
  return id;
}

/** Changes a kept record behind the functions' back. */
async function setFields(id: string, fields: Record<string, unknown>): Promise<void> {
  await putDocuments('activities', [{ ...(await keptAs('activities', id)), ...fields }]);
}

describe('the check before a summary', () => {
  test('names what waits for review and what has no headcount yet, each with its way to mend it', async () => {
    const waiting = await log('organiser');
    const announced = await log('organiser', { headcount: null });
    expect(await findingsFor(waiting.id)).toMatchObject([
      {
        kind: 'waiting',
        mend: 'review',
        name: waiting.name,
        unitName: '演示双创示范基地',
        revision: 1,
        stated: null,
      },
    ]);
    expect(await findingsFor(announced.id)).toMatchObject([
      {
        kind: 'not-reported',
        mend: 'report',
        field: 'headcount',
      },
    ]);
  });

  test('finds no fault with a record that is accepted and whole', async () => {
    expect(await kindsFor(await acceptedBy('organiser', {}))).toEqual([]);
  });

  test('holds a headcount against the venue', async () => {
    const id = await acceptedBy('organiser', { capacity: 50 });
    expect(await kindsFor(id)).toEqual(['over-capacity']);
  });

  test('holds a headcount against the same event of the edition before', async () => {
    const earlier = { ...edition2018, id: '2017', state: 'closed' };
    await putDocuments('editions', [{ _id: '2017', ...earlier }]);
    const { id: pattern } = await log('organiser', { name: '2018年海珠创客路演' });
    const old = await keptAs('activities', pattern);
    const byYear = { ...old, _id: 'old-1', editionId: '2017', name: '2017年海珠创客路演', state: 'accepted' };
    await putDocuments('activities', [{ ...byYear, headcount: { count: 1000, method: '签到表' } }]);
    const finding = (await findingsOf('city')).find(
      ({ id, kind }) => id === pattern && kind === 'headcount-far',
    );
    expect(finding).toMatchObject({
      count: 86,
      against: 1000,
      other: { id: 'old-1', name: '2017年海珠创客路演' },
    });
  });

  test('names a record that was changed after it was accepted until somebody looked at it', async () => {
    const id = await acceptedBy('organiser', {});
    await setFields(id, { changedAfterAcceptance: { count: 2, unseen: 2 } });
    expect(await kindsFor(id)).toEqual(['changed']);
    await setFields(id, { changedAfterAcceptance: { count: 2, unseen: 0 } });
    expect(await kindsFor(id)).toEqual([]);
  });

  test('names likely doubles, each with the other, to be compared or stated as they are', async () => {
    const held = { name: '琶洲数字经济投融资路演', venue: '琶洲会展中心' };
    const [one, other] = [await log('organiser', held), await log('city', held)];
    const about = (await findingsOf('city')).filter(({ kind, id }) => kind === 'double' && id === one.id);
    expect(about).toMatchObject([
      { mend: 'compare', other: { id: other.id, name: held.name }, stated: null },
    ]);
    const finding = { kind: 'double', what: 'activity', id: one.id, field: other.id } as const;
    await get('city', stateAsIs, { finding, revision: 1, note: '上午下午两场，不是同一场。' });
    const again = (await findingsOf('city')).filter(({ kind, id }) => kind === 'double' && id === one.id);
    expect(again).toMatchObject([{ stated: { note: '上午下午两场，不是同一场。' } }]);
  });

  test('tells a unit that stated it has nothing from one that is silent', async () => {
    await addPerson('guarantee', {
      unitId: 'unit-70',
      unitName: '广东粤财融资担保集团有限公司',
      city: '广州',
      role: 'organiser',
    });
    const silent = async () =>
      (await findingsOf('city')).some(({ kind, id }) => kind === 'silent-unit' && id === 'unit-70');
    expect(await silent()).toBe(true);
    await get('guarantee', stateNil, { scope: 'unit', span: 'week' });
    expect(await silent()).toBe(false);
    const units = (await partsOf(await compile('city'))).flatMap((part) => part.units);
    expect(units.find(({ id }) => id === 'unit-70')?.status).toBe('nil');
    expect(units.find(({ id }) => id === 'unit-98')?.status).toBe('not-reported');
  });

  test('names the units of which nothing came, departments too', async () => {
    const silent = (await findingsOf('bureau', { kind: 'city', city: '深圳' })).filter(
      ({ kind }) => kind === 'silent-unit',
    );
    expect(silent.map(({ name }) => name)).toContain('深圳市浪尖设计有限公司');
    expect(silent.map(({ name }) => name)).toContain('深圳市工业和信息化局');
    await log('organiser');
    const inGuangzhou = (await findingsOf('city')).filter(({ kind }) => kind === 'silent-unit');
    expect(inGuangzhou.map(({ name }) => name)).not.toContain('演示双创示范基地');
  });

  test('goes through a province of records page by page, each once', async () => {
    const [pattern] = await kept('activities');
    if (pattern === undefined) throw new Error('The demo has activities');
    const many = Array.from({ length: 600 }, (_each, index): Kept => {
      const _id = `check-${String(index).padStart(4, '0')}`;
      return { ...pattern, _id, unitCity: '茂名', state: 'reported', sortKey: `2018-10-09T09:00#${_id}` };
    });
    await putDocuments('activities', many);
    const first = await get('bureau', checkSummary, { scope: { kind: 'city', city: '茂名' }, after: null });
    expect(first.checked).toBeLessThan(600);
    expect(first.next).not.toBeNull();
    const waiting = (await findingsOf('bureau', { kind: 'city', city: '茂名' })).filter(
      ({ kind }) => kind === 'waiting',
    );
    expect(waiting.map(({ id }) => id).sort()).toEqual(many.map(({ _id }) => _id));
  });

  test('changes nothing and blocks nothing', async () => {
    await log('organiser');
    const before = await everythingKept();
    await findingsOf('city');
    expect(await everythingKept()).toEqual(before);
    expect((await compile('city')).version).toBeGreaterThan(0);
  });

  test('begins nowhere but where it said', async () => {
    for (const after of ['', 'others', 'toString', ':x']) {
      expect(await refused('city', checkSummary, { scope: null, after })).toMatchObject({
        code: 'INVALID_INPUT',
      });
    }
  });
});

describe('stating a finding as it is', () => {
  test('keeps the note with the finding, and the next compilation prints it', async () => {
    const id = await acceptedBy('organiser', { capacity: 40 });
    const finding = { kind: 'over-capacity', what: 'activity', id, field: 'headcount' } as const;
    await get('organiser', stateAsIs, { finding, revision: 2, note: '另设分会场，人数属实。' });
    const [stated] = await findingsFor(id);
    expect(stated?.stated).toEqual({ note: '另设分会场，人数属实。', at: october('10 15:00') });
    const statements = (await partsOf(await compile('city'))).flatMap((part) => part.statements);
    expect(statements).toContainEqual(
      expect.objectContaining({ recordId: id, kind: 'over-capacity', note: '另设分会场，人数属实。' }),
    );
  });

  test('holds for the revision it is about, and for no later one', async () => {
    const id = await acceptedBy('organiser', { capacity: 40 });
    const finding = { kind: 'over-capacity', what: 'activity', id, field: 'headcount' } as const;
    await get('city', stateAsIs, { finding, revision: 2, note: '人数属实' });
    await setFields(id, { revision: 3 });
    expect(await findingsFor(id)).toMatchObject([{ stated: null }]);
    const statements = (await partsOf(await compile('city'))).flatMap((part) => part.statements);
    expect(statements.map(({ recordId }) => recordId)).not.toContain(id);
    expect(await refused('city', stateAsIs, { finding, revision: 2, note: '人数属实' })).toMatchObject({
      code: 'CONFLICT',
      details: { current: { revision: 3 } },
    });
  });

  test('can be taken back', async () => {
    const finding = { kind: 'silent-unit', what: 'unit', id: 'unit-98', field: '' } as const;
    const statedOf = async () => (await findingsOf('city')).find(({ id }) => id === 'unit-98')?.stated;
    await get('city', stateAsIs, { finding, revision: null, note: '电话核实，本周没有活动。' });
    expect(await statedOf()).toMatchObject({ note: '电话核实，本周没有活动。' });
    await get('city', stateAsIs, { finding, revision: null, note: '' });
    expect(await statedOf()).toBeNull();
  });

  test('is for whom the record belongs to', async () => {
    await addPerson('shenzhen', { unitId: 'unit-26', unitName: '深圳市', city: '深圳', role: 'city' });
    const { id } = await log('organiser');
    const finding = { kind: 'waiting', what: 'activity', id, field: '' } as const;
    const input = { finding, revision: 1, note: '情况属实' };
    expect(await refused('shenzhen', stateAsIs, input)).toEqual({ code: 'FORBIDDEN', details: {} });
    expect(await refused('city', stateAsIs, { ...input, finding: { ...finding, id: 'none' } })).toEqual({
      code: 'NOT_FOUND',
      details: { what: 'activity' },
    });
  });
});
