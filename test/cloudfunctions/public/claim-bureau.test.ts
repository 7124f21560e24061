import { claimBureau } from '#shared/contract/people/claim-bureau';
import { createEdition } from '#shared/contract/edition/create-edition';
import { myMemberships } from '#shared/contract/people/my-memberships';
import { listNotices } from '#shared/contract/notice/list-notices';
import { october } from '../../shared/example-records';
import {
  addPerson,
  ask,
  causeTrouble,
  get,
  kept,
  newRequestId,
  openidOf,
  putDocuments,
  refused,
  runTheCloud,
  stopClockAt,
} from '../support/running-cloud';

runTheCloud();

const code = 'DEMO-2018-CLAIM';

beforeEach(() => stopClockAt(october('10 15:00')));

test('a wrong code is refused, whatever it is like', async () => {
  await addPerson('guesser', null);
  for (const wrong of ['DEMO-2018-CLAIN', 'demo-2018-claim', `${code}${code}`, 'x']) {
    expect(await refused('guesser', claimBureau, { code: wrong, alias: '' })).toEqual({
      code: 'NOT_FOUND',
      details: { what: 'claim' },
    });
  }
});

test('after five tries in an hour even the right code is refused until the hour is over', async () => {
  await refused('guesser', claimBureau, { code: 'the fifth', alias: '' });
  const before = await kept('memberships');
  expect(await refused('guesser', claimBureau, { code, alias: '' })).toEqual({
    code: 'RATE_LIMITED',
    details: { retryAt: october('10 16:00') },
  });
  await stopClockAt(october('10 15:59:59.999'));
  expect(await refused('guesser', claimBureau, { code, alias: '' })).toMatchObject({ code: 'RATE_LIMITED' });
  await stopClockAt(october('10 16:00'));
  expect(await refused('guesser', claimBureau, { code: 'again', alias: '' })).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await kept('memberships')).toEqual(before);
});

test('tries sent at once are counted one by one', async () => {
  await addPerson('hasty', null);
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_each, index) =>
      refused('hasty', claimBureau, { code: `wrong ${index}`, alias: '' }),
    ),
  );
  const codes = answers.map((refusal) => refusal.code);
  expect(codes.filter((each) => each === 'NOT_FOUND')).toHaveLength(5);
  expect(codes.filter((each) => each === 'RATE_LIMITED')).toHaveLength(3);
});

test('of who tries no openid is kept', async () => {
  const limits = await kept('rate-limits');
  expect(limits.length).toBeGreaterThan(0);
  expect(JSON.stringify(limits)).not.toContain(openidOf('guesser'));
  expect(JSON.stringify(await kept('audit'))).not.toContain(openidOf('guesser'));
});

test('the right code makes one member of the bureau, once, and its unit when there is none', async () => {
  const units = await kept('units');
  await putDocuments(
    'units',
    units.map((unit) => (unit.kind === '省级主管部门' ? { ...unit, kind: '省直单位' } : unit)),
  );
  for (const id of ['first', 'second']) await addPerson(id, null);
  await causeTrouble({ action: 'database.commitTransaction', times: 3, delayMs: 300 });
  const requestId = newRequestId();
  const answers = await Promise.all([
    ask('first', claimBureau, { code, alias: '建设处' }, requestId),
    ask('second', claimBureau, { code, alias: '' }),
  ]);
  const won = answers.findIndex((answer) => 'ok' in answer && answer.ok);
  expect(answers.filter((answer) => 'ok' in answer && answer.ok)).toHaveLength(1);
  expect(answers[1 - won]).toMatchObject({ error: { code: 'FROZEN', details: { state: 'claimed' } } });

  const winner = won === 0 ? 'first' : 'second';
  const { memberships } = await get(winner, myMemberships, {});
  expect(memberships).toMatchObject([
    { unitName: '广东省中小企业局', city: '省直', role: 'bureau', state: 'active', how: 'claim' },
  ]);
  const bureaus = (await kept('units')).filter(({ kind }) => kind === '省级主管部门');
  expect(bureaus.map(({ _id }) => _id)).toEqual([memberships[0]?.unitId]);
  expect(await ask(winner, createEdition, { id: '2040', from: null, fields: {} })).toMatchObject({
    error: { code: 'INVALID_INPUT' },
  });

  await addPerson('third', null);
  expect(await refused('third', claimBureau, { code, alias: '' })).toEqual({
    code: 'FROZEN',
    details: { state: 'claimed' },
  });
});

describe('a lost last administrator', () => {
  const again = { code, alias: '新管理员' };

  beforeAll(async () => {
    const [deployment] = await kept('deployment');
    if (deployment === undefined) throw new Error('The bureau is claimed');
    // The deployment has issued a new code since: it was claimed with another.
    await putDocuments('deployment', [{ ...deployment, claimedWith: ['the hash of an earlier code'] }]);
    await stopClockAt(october('12 10:00'));
    await addPerson('fourth', null);
  });

  test('is replaced with a new code only for a reason', async () => {
    expect(await refused('fourth', claimBureau, again)).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'reason', problem: 'required' }] },
    });
  });

  test('is replaced with it once, and all members are told why', async () => {
    const reason = '原管理员已调离，经处务会同意';
    const { membership } = await get('fourth', claimBureau, { ...again, reason });
    expect(membership).toMatchObject({ role: 'bureau', how: 'claim', state: 'active' });
    const { notices } = await get('organiser', listNotices, {});
    expect(notices.find(({ kind }) => kind === 'bureau-claimed')).toMatchObject({ note: reason });
    await addPerson('fifth', null);
    expect(await refused('fifth', claimBureau, { ...again, reason })).toEqual({
      code: 'FROZEN',
      details: { state: 'claimed' },
    });
  });
});
