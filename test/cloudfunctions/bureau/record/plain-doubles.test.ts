import { checkSummary } from '#shared/contract/summary/check-summary';
import { dismissDouble } from '#shared/contract/record/dismiss-double';
import { listDoubles } from '#shared/contract/record/list-doubles';
import { listPolicies, readPolicy } from '#shared/contract/record/policy';
import { listShowcases, readShowcase } from '#shared/contract/record/showcase';
import { mergeDoubles } from '#shared/contract/record/merge-doubles';
import { readSummary } from '#shared/contract/summary/read-summary';
import { undoMerge } from '#shared/contract/record/undo-merge';
import { withdrawRecord } from '#shared/contract/record/withdraw-record';
import type { Policy } from '#shared/record/policy';
import { october } from '../../../shared/example-records';
import { compile, leftOutOf, recordsIn } from '../../support/compile';
import { merging } from '../../support/joint-event';
import { accept, logPolicy, logShowcase } from '../../support/records';
import {
  addPerson,
  get,
  kept,
  keptAs,
  refused,
  runTheCloud,
  stopClockAt,
  type PersonId,
} from '../../support/running-cloud';

runTheCloud();

beforeAll(async () => {
  const organiser = { role: 'organiser' } as const;
  await addPerson('partner', { ...organiser, unitId: 'unit-p', unitName: '广州创投协会', city: '广州' });
  await addPerson('foshan', { ...organiser, unitId: 'unit-fs', unitName: '佛山双创基地', city: '佛山' });
  const staff = { role: 'city' } as const;
  await addPerson('foshan-staff', { ...staff, unitId: 'unit-fc', unitName: '佛山市经信局', city: '佛山' });
});
beforeEach(() => stopClockAt(october('10 10:00')));

const used = { numbers: 0 };

/** A provincial paper as it is reported from two cities, each in its own spelling, both accepted. */
async function onePaper(): Promise<[Policy, Policy]> {
  used.numbers += 1;
  const number = 100 + used.numbers;
  const name = `关于支持民营经济发展若干措施第${number}号的通知`;
  const own = await logPolicy('organiser', {
    name: `广东省人民政府${name}`,
    issuer: '广东省人民政府',
    issuedOn: '2018-11-07',
    documentNumber: `粤府〔2018〕${number}号`,
  });
  const theirs = await logPolicy('foshan', {
    name,
    issuer: '省政府',
    issuedOn: '2018-11',
    documentNumber: `粤府[2018] ${number}号`,
  });
  return [await accepted(own, 'city'), await accepted(theirs, 'foshan-staff')];
}

async function accepted(policy: Policy, staff: PersonId): Promise<Policy> {
  return { ...policy, revision: await accept('policy', policy, staff), state: 'accepted' };
}

async function pairOf(one: { id: string }, other: { id: string }) {
  const pair = (await kept('doubles')).find(({ recordIds }) =>
    [one.id, other.id].every((id) => (recordIds as string[]).includes(id)),
  );
  return pair === undefined ? null : { ...pair, id: pair._id };
}

async function listedPolicies(): Promise<string[]> {
  return (await get('visitor', listPolicies, { after: null })).records.map(({ id }) => id);
}

describe('one provincial paper that two cities report', () => {
  test('is found by its document number, however its brackets are written, and shown side by side', async () => {
    const [own, theirs] = await onePaper();
    const pair = await pairOf(own, theirs);
    expect(pair).toMatchObject({
      kind: 'policy',
      state: 'open',
      city: '',
      signs: ['name', 'number', 'date'],
    });
    const { doubles } = await get('bureau', listDoubles, { state: 'open', kind: 'policy', after: null });
    expect(doubles.find(({ id }) => id === pair?.id)).toMatchObject({
      kind: 'policy',
      leadingId: null,
      sides: expect.arrayContaining([
        expect.objectContaining({ id: own.id, documentNumber: own.documentNumber, unitCity: '广州' }),
      ]) as unknown,
    });
    const { findings } = await get('bureau', checkSummary, { scope: null, after: 'policies' });
    expect(findings.filter(({ kind, id }) => kind === 'double' && id === own.id)).toHaveLength(1);
    const activities = await get('bureau', listDoubles, { state: 'open', kind: 'activity', after: null });
    expect(activities.doubles.every(({ kind }) => kind === 'activity')).toBe(true);
  });

  test('merged is one row of 表一 for the province and one in each city, and one in the public’s list', async () => {
    const [own, theirs] = await onePaper();
    const isEither = ({ id }: { id: string }) => id === own.id || id === theirs.id;
    const before = await get('bureau', readSummary, { summaryId: (await compile('bureau')).id });
    expect((await listedPolicies()).filter((id) => isEither({ id }))).toHaveLength(2);
    const { id } = await get('bureau', mergeDoubles, merging(own, theirs, { kind: 'policy' }));
    const version = await compile('bureau');
    expect((await recordsIn(version)).filter(isEither)).toMatchObject([{ id: own.id }]);
    expect((await leftOutOf(version)).filter(isEither)).toMatchObject([
      { id: theirs.id, what: 'policy', reason: 'merged', isShared: true, into: { unitCity: '广州' } },
    ]);
    const after = await get('bureau', readSummary, { summaryId: version.id });
    expect(after.totals.policies).toBe(before.totals.policies - 1);
    const { bySum, shared, result } = after.totals.sum ?? {};
    expect((bySum?.policies ?? 0) - (shared?.policies ?? 0)).toBe(result?.policies);
    expect(result?.policies).toBe(after.totals.policies);
    for (const [staff, each] of [
      ['city', own],
      ['foshan-staff', theirs],
    ] as const)
      expect((await recordsIn(await compile(staff))).filter(isEither)).toMatchObject([{ id: each.id }]);

    expect((await listedPolicies()).filter((each) => isEither({ id: each }))).toEqual([own.id]);
    for (const address of [own.id, theirs.id])
      expect((await get('visitor', readPolicy, { id: address })).record.id).toBe(own.id);

    await get('bureau', undoMerge, { id });
    expect((await listedPolicies()).filter((each) => isEither({ id: each }))).toHaveLength(2);
    expect(await keptAs('policies', theirs.id)).toMatchObject({
      joint: null,
      mergedInto: null,
      listed: true,
    });
  });

  test('held to be two papers is not brought up again', async () => {
    const [own, theirs] = await onePaper();
    const pair = await pairOf(own, theirs);
    await get('bureau', dismissDouble, { id: pair?.id ?? '' });
    expect(await pairOf(own, theirs)).toMatchObject({ state: 'dismissed' });
  });

  test('takes no headcount', async () => {
    const [own, theirs] = await onePaper();
    const headcount = { count: 5, method: '签到表' } as const;
    expect(
      await refused('bureau', mergeDoubles, merging(own, theirs, { kind: 'policy', headcount })),
    ).toMatchObject({ code: 'INVALID_INPUT', details: { fields: [{ field: 'headcount' }] } });
  });
});

test('a policy of another number or another date is not taken for the same', async () => {
  const typed = { name: '关于降低制造业企业成本的若干政策措施', issuedOn: '2018-08-31' };
  const own = await logPolicy('organiser', { ...typed, documentNumber: '粤府〔2018〕79号' });
  const numbered = await logPolicy('foshan', { ...typed, documentNumber: '粤府〔2017〕90号' });
  const dated = await logPolicy('partner', { ...typed, issuedOn: '2017-08-31', documentNumber: '' });
  for (const other of [numbered, dated]) expect(await pairOf(own, other)).toBeNull();
  const same = await logPolicy('partner', { ...typed, documentNumber: '' });
  expect(await pairOf(own, same)).toMatchObject({ state: 'open', signs: ['name', 'date', 'issuer'] });
  await get('partner', withdrawRecord, { kind: 'policy', id: same.id, revision: same.revision });
  expect(await pairOf(own, same)).toMatchObject({ state: 'gone' });
});

test('one showcase of two units is found by whose it is, merged, and shown to the public once', async () => {
  const typed = { holder: '广州云从信息科技有限公司', name: '人脸识别平台助力智慧安防' };
  const own = await logShowcase('organiser', typed);
  const theirs = await logShowcase('partner', { ...typed, name: '“人脸识别平台”助力智慧安防案例' });
  const pair = await pairOf(own, theirs);
  expect(pair).toMatchObject({
    kind: 'showcase',
    state: 'open',
    city: '广州',
    signs: ['name', 'holder', 'city'],
  });
  const [first, second] = [
    { id: own.id, revision: await accept('showcase', own) },
    { id: theirs.id, revision: await accept('showcase', theirs) },
  ];
  await get('city', mergeDoubles, merging(first, second, { kind: 'showcase' }));
  const { records } = await get('visitor', listShowcases, { kind: null, after: null });
  expect(records.filter(({ id }) => id === own.id || id === theirs.id)).toHaveLength(1);
  expect((await get('visitor', readShowcase, { id: theirs.id })).record.id).toBe(own.id);
});
