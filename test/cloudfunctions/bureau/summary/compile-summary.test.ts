import { acceptRecord } from '#shared/contract/record/accept-record';
import { closeUnit } from '#shared/contract/unit/close-unit';
import { compileSummary } from '#shared/contract/summary/compile-summary';
import { exportWorkbook } from '#shared/contract/summary/export-workbook';
import { openSummary } from '#shared/contract/summary/open-summary';
import { readSummary } from '#shared/contract/summary/read-summary';
import { october } from '../../../shared/example-records';
import { compile, leftOutOf, partsOf, recordsIn } from '../../support/compile';
import { log } from '../../support/log-form';
import {
  addPerson,
  everythingKept,
  exampleUnit,
  get,
  kept,
  keptAs,
  makeRequestsMeet,
  putUnits,
  refused,
  runTheCloud,
  stopClockAt,
} from '../../support/running-cloud';

runTheCloud();

beforeEach(() => stopClockAt(october('10 15:00')));

async function idsIn(summary: { id: string }): Promise<string[]> {
  return (await recordsIn(summary)).map(({ id }) => id);
}

describe('compiling', () => {
  test('takes the accepted records, and says of the others why they are left out', async () => {
    const [accepted, reported] = [await log('organiser'), await log('organiser')];
    const announced = await log('organiser', { headcount: null });
    await get('city', acceptRecord, { kind: 'activity', id: accepted.id, revision: 1 });
    const summary = await compile('city');
    expect(await idsIn(summary)).toContain(accepted.id);
    expect(await leftOutOf(summary)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: reported.id, reason: 'waiting' }),
        expect.objectContaining({ id: announced.id, reason: 'not-reported' }),
      ]),
    );
  });

  test('sums up only its own city for the city, and all for the bureau', async () => {
    const city = await compile('city');
    const bureau = await compile('bureau');
    const elsewhere = (await kept('activities'))
      .filter(({ unitCity, state }) => unitCity !== '广州' && state === 'accepted')
      .map(({ _id }) => _id);
    expect(elsewhere).not.toHaveLength(0);
    const ofTheCity = await idsIn(city);
    expect(ofTheCity.filter((id) => elsewhere.includes(id))).toEqual([]);
    expect(await idsIn(bureau)).toEqual(expect.arrayContaining([...elsewhere, ...ofTheCity]));
  });

  test('says how every unit stands: departments, who hosts jointly, and a closed one that had reported', async () => {
    const of = (id: string, kind: '市级主管部门' | '示范平台') =>
      exampleUnit({ id, name: `梅州单位${id}`, kind, city: '梅州' });
    await putUnits([
      of('mz-office', '市级主管部门'),
      of('mz-joint', '示范平台'),
      of('mz-silent', '示范平台'),
    ]);
    const closed = {
      unitId: 'mz-closed',
      unitName: '梅州停用的平台',
      city: '梅州',
      role: 'organiser',
    } as const;
    await addPerson('of-mz-closed', closed);
    await log('of-mz-closed', { city: '梅州' });
    await log('organiser', { coHosts: [{ unitId: 'mz-joint', name: '梅州单位mz-joint' }] });
    const { revision } = await keptAs('units', 'mz-closed');
    await get('bureau', closeUnit, { id: 'mz-closed', revision: Number(revision) });

    const summary = await compile('bureau');
    const units = (await partsOf(summary)).flatMap((part) => part.units);
    const inMeizhou = units.filter(({ city }) => city === '梅州').map(({ id, status }) => [id, status]);
    expect(inMeizhou).toEqual(
      expect.arrayContaining([
        ['mz-closed', 'has-content'],
        ['mz-joint', 'has-content'],
        ['mz-office', 'not-reported'],
        ['mz-silent', 'not-reported'],
      ]),
    );
    const { totals } = await get('bureau', readSummary, { summaryId: summary.id });
    const counted = Object.values(totals.units).reduce((sum, count) => sum + count, 0);
    expect(counted).toBe(units.length);
  });

  test('sums up for a unit what it logged itself', async () => {
    const { id, unitId } = await log('organiser');
    await get('city', acceptRecord, { kind: 'activity', id, revision: 1 });
    const summary = await compile('organiser');
    const records = await recordsIn(summary);
    expect(records.map((each) => each.id)).toContain(id);
    expect(new Set(records.map((each) => each.unitId))).toEqual(new Set([unitId]));
    const { scope, scopeName } = await get('organiser', readSummary, { summaryId: summary.id });
    expect({ scope, scopeName }).toEqual({ scope: { kind: 'unit', unitId }, scopeName: '演示双创示范基地' });
  });

  test('adds the headcounts, says how much is estimated, and counts the rows that have none', async () => {
    const before = await compile('bureau');
    const { id } = await log('organiser', { headcount: { count: 1234, method: '主办方估计' } });
    await get('city', acceptRecord, { kind: 'activity', id, revision: 1 });
    expect(await compile('bureau')).toMatchObject({
      services: before.services + 1,
      exhibitions: before.exhibitions,
      headcount: before.headcount + 1234,
      estimated: before.estimated + 1234,
      withoutHeadcount: before.withoutHeadcount,
    });
  });

  test('again makes a new version with the same content, and leaves the earlier one as it was', async () => {
    const first = await compile('bureau');
    const keptFirst = await keptAs('summaries', first.id);
    await stopClockAt(october('10 15:01'));
    const second = await compile('bureau');
    expect(second).toEqual({
      ...first,
      id: second.id,
      version: first.version + 1,
      compiledAt: october('10 15:01'),
    });
    expect(await keptAs('summaries', first.id)).toEqual(keptFirst);
    expect((await get('bureau', openSummary, { after: null })).latest).toEqual(second);
  });

  test('five times at the same moment makes whole versions, one after the other, and leaves no work behind', async () => {
    const before = await compile('city');
    await makeRequestsMeet('city', openSummary, { after: null });
    await Promise.all(Array.from({ length: 5 }, () => get('city', compileSummary, {})));
    const versions = (await kept('summaries')).filter(({ scopeKey }) => scopeKey === '广州');
    const numbers = versions.map(({ version }) => Number(version)).sort((one, other) => one - other);
    expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
    expect(numbers.length).toBeGreaterThan(before.version);
    for (const each of versions.filter(({ version }) => Number(version) > before.version)) {
      expect(each.checksum).toBe(before.checksum);
    }
    expect(await kept('summary-jobs')).toEqual([]);
  });

  test('changes no record', async () => {
    const { activities } = await everythingKept();
    await compile('bureau');
    expect(await kept('activities')).toEqual(activities);
  });
});

describe('a compiled summary', () => {
  test('of the province is not for the city', async () => {
    const { id } = await compile('bureau');
    expect(await refused('city', exportWorkbook, { summaryId: id })).toEqual({
      code: 'FORBIDDEN',
      details: {},
    });
  });

  test('of a city is for the bureau too', async () => {
    const { id } = await compile('city');
    const { fileName } = await get('bureau', exportWorkbook, { summaryId: id });
    expect(fileName).toContain('广州市2018年全国“双创”活动周情况汇总表');
  });

  test('that does not exist is not found', async () => {
    expect(await refused('bureau', exportWorkbook, { summaryId: 'none' })).toEqual({
      code: 'NOT_FOUND',
      details: { what: 'summary' },
    });
  });
});
