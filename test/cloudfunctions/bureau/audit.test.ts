import type { z } from '#shared/zod';
import { readAudit } from '#shared/contract/read-audit';
import { verifyAudit } from '#shared/contract/verify-audit';
import { october } from '../../shared/example-records';
import { changeOf, log } from '../support/log-form';
import { saveActivity } from '#shared/contract/save-activity';
import {
  get,
  kept,
  openidOf,
  putDocuments,
  refused,
  runTheCloud,
  stopClockAt,
} from '../support/running-cloud';

runTheCloud();

beforeEach(() => stopClockAt(october('10 10:00')));

const chains = Array.from({ length: 16 }, (_each, index) => index.toString(16));

/** What is wrong with the audit, chain by chain, read to the end. */
async function faults() {
  const found: { chain: string; number: number; fault: string }[] = [];
  for (const chain of chains) {
    let from: { number: number; hash: string } | null = null;
    for (;;) {
      const verified: z.output<typeof verifyAudit.reply> = await get('bureau', verifyAudit, { chain, from });
      if (verified.fault !== null) found.push({ chain, ...verified.fault });
      if (verified.isDone) break;
      from = verified.position;
    }
  }
  return found;
}

test('what was done is read by the bureau, about a record, with before and after', async () => {
  const activity = await log('organiser');
  await stopClockAt(october('10 11:00'));
  await get('organiser', saveActivity, changeOf(activity, { name: '改过名称的活动' }));
  const { entries } = await get('bureau', readAudit, { about: activity.id, action: null, before: null });
  const by = { openid: openidOf('organiser'), unitId: 'unit-0', action: 'saveActivity' };
  expect(entries).toMatchObject([
    {
      ...by,
      at: october('10 11:00'),
      changes: [{ before: { name: activity.name }, after: { name: '改过名称的活动' } }],
    },
    { ...by, at: october('10 10:00'), changes: [{ before: null, after: { name: activity.name } }] },
  ]);
});

test('it is read a page at a time, the latest first, all or of one action', async () => {
  for (let minute = 10; minute < 35; minute += 1) {
    await stopClockAt(october(`11 10:${minute}`));
    await log('organiser');
  }
  const first = await get('bureau', readAudit, { about: null, action: 'saveActivity', before: null });
  expect(first.entries).toHaveLength(20);
  expect(first.entries[0]?.at).toBe(october('11 10:34'));
  const second = await get('bureau', readAudit, { about: null, action: 'saveActivity', before: first.next });
  expect(second.entries[0]?.at).toBe(october('11 10:14'));
});

test('nobody else reads or verifies it', async () => {
  for (const person of ['visitor', 'organiser', 'city']) {
    expect(await refused(person, readAudit, { about: null, action: null, before: null })).toMatchObject({
      code: 'NO_MEMBERSHIP',
    });
    expect(await refused(person, verifyAudit, { chain: '0', from: null })).toMatchObject({
      code: 'NO_MEMBERSHIP',
    });
  }
});

describe('verifying', () => {
  test('finds nothing wrong with what was written, also over several pages', async () => {
    for (let time = 0; time < 40; time += 1) await log('organiser');
    expect((await kept('audit')).length).toBeGreaterThan(40);
    expect(await faults()).toEqual([]);
  });

  test('finds an entry that was changed behind the functions’ back', async () => {
    await log('organiser');
    const [entry] = (await kept('audit')).slice(-1);
    if (entry === undefined) throw new Error('There is no entry');
    await putDocuments('audit', [{ ...entry, openid: 'somebody-else' }]);
    expect(await faults()).toEqual([{ chain: entry.chain, number: entry.number, fault: 'changed' }]);
    await putDocuments('audit', [entry]);
    expect(await faults()).toEqual([]);
  });

  test('finds a head that says more than there is', async () => {
    const [head] = await kept('audit-heads');
    if (head === undefined) throw new Error('There is no head');
    const number = Number(head.number) + 1;
    await putDocuments('audit-heads', [{ ...head, number }]);
    expect(await faults()).toEqual([{ chain: head._id, number, fault: 'cut' }]);
  });
});
