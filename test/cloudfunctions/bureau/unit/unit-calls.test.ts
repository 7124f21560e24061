import { listNotices } from '#shared/contract/notice/list-notices';
import { noteCalls } from '#shared/contract/unit/note-calls';
import { openUnitContact } from '#shared/contract/unit/open-unit-contact';
import { saveUnit } from '#shared/contract/unit/save-unit';
import { saveUnitContact } from '#shared/contract/unit/save-unit-contact';
import { openReporting } from '#shared/contract/record/open-reporting';
import { closeUnit } from '#shared/contract/unit/close-unit';
import { unitNamed } from '../../../../local/demo/units';
import { october } from '../../../shared/example-records';
import { log } from '../../support/log-form';
import { joined } from '../../support/newcomer';
import { everythingKept, get, kept, refused, runTheCloud, stopClockAt } from '../../support/running-cloud';

runTheCloud();
beforeEach(() => stopClockAt(october('10 10:00')));

const base = unitNamed('演示双创示范基地').id;
const contact = { surname: '欧阳', post: '综合科科长', phone: '020-8313 5566' };
const made = { units: 0 };

async function platform(city = '广州') {
  made.units += 1;
  const fields = { name: `只用电话的平台${made.units}`, kind: '示范平台', city, parentId: null } as const;
  return (await get('bureau', saveUnit, { change: null, unit: fields })).unit;
}

describe('whom to call at a unit', () => {
  test('is set by the unit, and seen by its city and the bureau alone', async () => {
    await get('organiser', saveUnitContact, { unitId: base, contact });
    for (const person of ['city', 'bureau'])
      expect((await get(person, openUnitContact, { unitId: base })).contact).toEqual(contact);
    expect(await refused('shenzhen-city', openUnitContact, { unitId: base })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await refused('organiser', openUnitContact, { unitId: base })).toMatchObject({
      code: 'NO_MEMBERSHIP',
    });
  });

  test('stands nowhere else: not in the audit, nor in what is kept of a request', async () => {
    await get('city', saveUnitContact, { unitId: base, contact });
    const { 'unit-contacts': own, ...rest } = await everythingKept();
    expect(JSON.stringify(own)).toContain('欧阳');
    for (const text of [contact.surname, contact.post, contact.phone])
      expect(JSON.stringify(rest)).not.toContain(text);
    expect((await kept('audit')).filter(({ action }) => action === 'saveUnitContact')).not.toEqual([]);
  });

  test('is an office’s telephone, nobody’s mobile', async () => {
    const mobile = { ...contact, phone: '138 0013 8000' };
    expect(await refused('city', saveUnitContact, { unitId: base, contact: mobile })).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'contact.phone' }] },
    });
  });
});

describe('a unit that said on the telephone that it has nothing this week', () => {
  test('is 零报告 for the week, under both names, and is told; many at once', async () => {
    const [one, two] = [await platform(), await platform()];
    const { person } = await joined('bureau', one.id, 'organiser');
    const noting = { unitIds: [one.id, two.id], answer: 'nothing-this-week' as const };
    expect((await get('city', noteCalls, noting)).units.map(({ result }) => result)).toEqual([
      'noted',
      'noted',
    ]);
    const { units } = await get('city', openReporting, { span: 'week' });
    for (const { id } of [one, two])
      expect(units.find(({ unitId }) => unitId === id)).toMatchObject({ status: 'nil' });
    const stated = (await kept('nil-reports')).find(({ subject }) => subject === one.id);
    expect(stated).toMatchObject({
      unitName: one.name,
      enteredBy: { unitName: '广州市工业和信息化委员会' },
      statedAt: october('10 10:00'),
    });
    expect((await get(person, listNotices, {})).notices).toMatchObject([{ kind: 'nil-stated' }]);
  });

  test('called again keeps the time of its first statement', async () => {
    const { id } = await platform();
    const noting = { unitIds: [id], answer: 'nothing-this-week' as const };
    await get('city', noteCalls, noting);
    await stopClockAt(october('10 18:00'));
    await get('city', noteCalls, noting);
    const stated = (await kept('nil-reports')).find(({ subject }) => subject === id);
    expect(stated).toMatchObject({ statedAt: october('10 10:00') });
    expect((await get('city', openUnitContact, { unitId: id })).call).toMatchObject({
      at: october('10 18:00'),
    });
  });

  test('is not 零报告 where it has something: the call is noted, and nothing stated', async () => {
    await log('organiser');
    const noting = { unitIds: [base], answer: 'nothing-this-week' as const };
    expect((await get('city', noteCalls, noting)).units).toEqual([{ unitId: base, result: 'has-content' }]);
    expect((await kept('nil-reports')).filter(({ subject }) => subject === base)).toEqual([]);
  });
});

test('who was not reached, or will report, is noted as called, and no more', async () => {
  const { id } = await platform();
  await get('city', noteCalls, { unitIds: [id], answer: 'not-reached' });
  expect((await get('bureau', openUnitContact, { unitId: id })).call).toMatchObject({
    answer: 'not-reached',
    by: { unitName: '广州市工业和信息化委员会' },
  });
  expect((await kept('nil-reports')).filter(({ subject }) => subject === id)).toEqual([]);
});

test('of many each is noted by itself: who is another city’s, closed or unknown keeps none of the others', async () => {
  const [own, foreign, closed] = [await platform(), await platform('深圳'), await platform()];
  await get('city', closeUnit, { id: closed.id, revision: closed.revision });
  const unitIds = [foreign.id, closed.id, 'nowhere', own.id];
  const { units } = await get('city', noteCalls, { unitIds, answer: 'will-report' });
  expect(units.map(({ result }) => result)).toEqual(['not-yours', 'closed', 'not-found', 'noted']);
});
