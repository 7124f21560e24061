import { saveActivity } from '#shared/contract/record/save-activity';
import { askToConfirm } from '#shared/contract/people/ask-to-confirm';
import { confirmUnits } from '#shared/contract/people/confirm-units';
import { listMembers } from '#shared/contract/people/list-members';
import { resumeMember } from '#shared/contract/people/resume-member';
import { listNotices } from '#shared/contract/notice/list-notices';
import { listRecordsInState } from '#shared/contract/record/list-records-in-state';
import { unitNamed } from '../../../../local/demo/units';
import { october } from '../../../shared/example-records';
import { logForm } from '../../support/log-form';
import { joined } from '../../support/newcomer';
import { newEdition } from '../../support/other-edition';
import {
  addPerson,
  ask,
  get,
  kept,
  keptAs,
  membershipIdOf,
  refusalIn,
  refused,
  runTheCloud,
  stopClockAt,
} from '../../support/running-cloud';

runTheCloud();

const base = unitNamed('演示双创示范基地').id;
const office = unitNamed('广州市工业和信息化委员会').id;
const waiting = { state: 'reported', kind: 'activity', after: null } as const;
const ended = { code: 'NO_MEMBERSHIP', details: { isMember: true, isAsleep: true } };

beforeAll(() => stopClockAt(october('20 10:00')));

describe('a new edition, at which the bureau asks who is still there', () => {
  beforeAll(async () => {
    await addPerson('gone', { role: 'organiser', unitId: 'unit-g', unitName: '广州旧平台', city: '广州' });
    const unitName = '演示双创示范基地';
    await addPerson('editor', { role: 'editor', unitId: base, unitName, city: '广州' });
    await newEdition('2019');
    await stopClockAt(october('21 10:00'));
  });

  test('lets sleep the rights of all who were there before, but the bureau’s, and tells each', async () => {
    expect((await get('bureau', askToConfirm, { editionId: '2019' })).asked).toBeGreaterThan(4);
    expect(await refused('organiser', saveActivity, logForm())).toEqual(ended);
    expect(await refused('city', listRecordsInState, waiting)).toEqual(ended);
    expect((await get('bureau', listRecordsInState, waiting)).records).toBeDefined();
    const { notices } = await get('organiser', listNotices, {});
    expect(notices.map(({ kind }) => kind)).toContain('membership-asleep');
  });

  test('asks nobody twice, and nobody who joined for it', async () => {
    const { person, membership } = await joined('bureau', base, 'organiser');
    expect(await get('bureau', askToConfirm, { editionId: '2019' })).toEqual({ asked: 0 });
    expect((await keptAs('memberships', membership.id)).state).toBe('active');
    expect(refusalIn(await ask(person, listRecordsInState, waiting))).toMatchObject({
      code: 'NO_MEMBERSHIP',
    });
  });

  test('a department is confirmed by the bureau and by no city, not its own either', async () => {
    expect((await get('bureau', confirmUnits, { unitIds: [office] })).units).toEqual([
      { unitId: office, result: 'confirmed', members: 1 },
    ]);
    expect((await get('city', confirmUnits, { unitIds: [office] })).units).toEqual([
      { unitId: office, result: 'not-yours', members: 0 },
    ]);
    expect((await get('city', listRecordsInState, waiting)).records).toBeDefined();
  });

  test('a city confirms its units, many at once: their members act again and are told, and asked again nothing changes', async () => {
    const unitIds = [base, 'unit-g', unitNamed('深圳开放创新实验室').id, 'no-such-unit'];
    expect((await get('city', confirmUnits, { unitIds })).units).toEqual([
      { unitId: base, result: 'confirmed', members: 1 },
      { unitId: 'unit-g', result: 'confirmed', members: 1 },
      { unitId: unitIds[2], result: 'not-yours', members: 0 },
      { unitId: 'no-such-unit', result: 'not-found', members: 0 },
    ]);
    await get('organiser', saveActivity, logForm());
    const { notices } = await get('organiser', listNotices, {});
    expect(notices.map(({ kind }) => kind)).toContain('membership-confirmed');
    const before = await kept('units');
    expect((await get('city', confirmUnits, { unitIds: [base] })).units[0]).toMatchObject({ members: 0 });
    expect(await kept('units')).toEqual(before);
    expect(await keptAs('units', base)).toMatchObject({ confirmedFor: '2018' });
  });

  test('an editor is the bureau’s to confirm, whose ever unit it is', async () => {
    expect(await keptAs('memberships', membershipIdOf('editor'))).toMatchObject({ state: 'unconfirmed' });
    expect((await get('bureau', confirmUnits, { unitIds: [base] })).units[0]).toMatchObject({ members: 1 });
    expect(await keptAs('memberships', membershipIdOf('editor'))).toMatchObject({ state: 'active' });
  });

  test('asked again, who was confirmed stays awake', async () => {
    expect(await get('bureau', askToConfirm, { editionId: '2019' })).toEqual({ asked: 0 });
    await get('organiser', saveActivity, logForm());
  });

  test('one member is confirmed by himself, too', async () => {
    const membershipId = membershipIdOf('shenzhen-city');
    const unitId = unitNamed('深圳市经济贸易和信息化委员会').id;
    const { members } = await get('bureau', listMembers, { unitId });
    expect(members).toMatchObject([{ id: membershipId, state: 'unconfirmed' }]);
    await get('bureau', resumeMember, { membershipId });
    expect((await get('shenzhen-city', listRecordsInState, waiting)).records).toBeDefined();
  });
});
