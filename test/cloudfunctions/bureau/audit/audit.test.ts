import { exportAuditHeads } from '#shared/contract/audit/export-audit-heads';
import { readAudit } from '#shared/contract/audit/read-audit';
import { saveActivity } from '#shared/contract/record/save-activity';
import { verifyAudit } from '#shared/contract/audit/verify-audit';
import { october } from '../../../shared/example-records';
import { changeOf, log } from '../../support/log-form';
import { everyFault } from '../../support/every-fault';
import { get, kept, openidOf, refused, runTheCloud, stopClockAt } from '../../support/running-cloud';

runTheCloud();

beforeEach(() => stopClockAt(october('10 10:00')));

test('what was done is read by the bureau, about a record, with what changed before and after', async () => {
  const activity = await log('organiser');
  await stopClockAt(october('10 11:00'));
  await get('organiser', saveActivity, changeOf(activity, { name: '改过名称的活动' }));
  const { entries, damage } = await get('bureau', readAudit, {
    about: activity.id,
    action: null,
    before: null,
  });
  const by = { openid: openidOf('organiser'), unitId: 'unit-0', action: 'saveActivity' };
  expect(damage).toEqual([]);
  expect(entries).toMatchObject([
    {
      ...by,
      at: october('10 11:00'),
      changes: [{ before: { name: activity.name }, after: { name: '改过名称的活动' } }],
    },
    { ...by, at: october('10 10:00'), changes: [{ before: null, after: { name: activity.name } }] },
  ]);
  expect(entries[0]?.changes[0]?.after).not.toHaveProperty('venue');
});

test('it is read a page at a time, the latest first, all or of one action', async () => {
  for (let minute = 10; minute < 35; minute += 1) {
    await stopClockAt(october(`11 10:${minute}`));
    await log('organiser');
  }
  const first = await get('bureau', readAudit, { about: null, action: 'saveActivity', before: null });
  expect(first.entries[0]?.at).toBe(october('11 10:34'));
  expect(Buffer.byteLength(JSON.stringify(first))).toBeLessThan(100_000);
  const count = first.entries.length;
  expect(count).toBeGreaterThan(10);
  const second = await get('bureau', readAudit, { about: null, action: 'saveActivity', before: first.next });
  expect(second.entries[0]?.at).toBe(october(`11 10:${34 - count}`));
});

test('nobody else reads, verifies or exports it', async () => {
  for (const person of ['visitor', 'organiser', 'city']) {
    const refusals = [
      await refused(person, readAudit, { about: null, action: null, before: null }),
      await refused(person, verifyAudit, { from: null, copy: null }),
      await refused(person, exportAuditHeads, {}),
    ];
    expect(refusals.map(({ code }) => code)).toEqual(Array(3).fill('NO_MEMBERSHIP'));
  }
});

test('verifying finds nothing wrong with what was written, over several pages', async () => {
  for (let time = 0; time < 40; time += 1) await log('organiser');
  expect((await kept('audit')).length).toBeGreaterThan(40);
  expect(await everyFault()).toEqual([]);
});

test('the chains’ ends are saved as a small file, and stay true while more is written', async () => {
  const { fileName, text } = await get('bureau', exportAuditHeads, {});
  expect(fileName).toBe('操作记录链尾2018-10-10.txt');
  expect(text).toMatch(/^([0-9a-f]:\d+:[0-9a-f]{16} ?)+\n$/);
  await log('organiser');
  expect(await everyFault(text)).toEqual([]);
});

test('what is no copy is refused', async () => {
  expect(await refused('bureau', verifyAudit, { from: null, copy: 'no copy' })).toMatchObject({
    code: 'INVALID_INPUT',
  });
});
