import fc from 'fast-check';
import { activity, activityDraft } from '#shared/record/activity';
import { saveActivity } from '#shared/contract/record/save-activity';
import { draft, october } from '../../../shared/example-records';
import { logForm } from '../../support/log-form';
import {
  ask,
  kept,
  newRequestId,
  runTheCloud,
  send,
  stopClockAt,
  type Answer,
} from '../../support/running-cloud';

runTheCloud();

beforeEach(() => stopClockAt(october('10 10:00')));

const runs = 200;

/** Expected refusals of a log form; anything else is a fault of ours. */
const coded = ['INVALID_INPUT', 'CUTOFF_PASSED', 'CONFLICT', 'NOT_FOUND', 'FORBIDDEN', 'FROZEN'];

function expectCodedAnswer(answer: Answer): void {
  if (!('ok' in answer)) throw new Error(`No function answered: ${JSON.stringify(answer)}`);
  if (!answer.ok) expect(coded).toContain(answer.error.code);
}

/** Every activity the organiser has logged is one that the log form would take again. */
async function expectOnlyValidRecords(): Promise<void> {
  for (const { _id, ...fields } of await kept('activities')) {
    if (_id.startsWith('demo-')) continue;
    const record = activity.parse({ id: _id, ...fields });
    const typed = Object.keys(draft).map((field) => [field, record[field as keyof typeof draft]]);
    expect(activityDraft.parse(Object.fromEntries(typed))).toEqual(Object.fromEntries(typed));
    expect(record).toMatchObject({ unitId: 'unit-0', unitCity: '广州', editionId: '2018' });
  }
}

/** JSON that the door lets in: keys that would change a prototype are refused before any function. */
const json = fc
  .jsonValue({ maxDepth: 4, stringUnit: 'binary' })
  .filter((value) => !/__proto__|"constructor"/.test(JSON.stringify(value)));

/** Values near to what a form holds: right ones, slips and tricks. */
const nearlyRight = fc.oneof(
  json,
  fc.string({ unit: 'grapheme', maxLength: 600 }),
  fc.integer(),
  fc.constantFrom(
    '2018-10-09',
    '2018-10-15',
    '2018-02-30',
    '16:00',
    '23:59',
    '24:00',
    '其他',
    '沙龙',
    'exhibition',
    'online',
    'https://example.org/a',
    { count: 2 ** 53, method: '签到表' },
    { count: 1_000_000, method: '签到表' },
    { count: -0, method: '主办方估计' },
    [],
    ['甲方乙方'],
    '\ud800高位代理后无低位代理的一段文字',
    null,
    true,
  ),
);

test('no JSON whatever makes the function fail, and none of it is kept unless it is right', async () => {
  await fc.assert(
    fc.asyncProperty(json, async (input) => {
      const data = { action: 'saveActivity', requestId: newRequestId(), input };
      expectCodedAnswer(await send({ as: 'organiser', function: 'organiser', data }));
    }),
    { numRuns: runs },
  );
  await expectOnlyValidRecords();
});

test('no slip in a right form makes the function fail, and only right records are kept', async () => {
  const slip = fc.record({
    field: fc.constantFrom(...Object.keys(draft)),
    value: nearlyRight,
    bulletin: fc.constantFrom('none', 'report', 'keep-for-summary', 'x'),
    bulletinDay: fc.constantFrom(null, '2018-10-10', '2018-10-12', ''),
  });
  const results = { taken: 0 };
  await fc.assert(
    fc.asyncProperty(slip, async ({ field, value, bulletin, bulletinDay }) => {
      const form = { ...logForm(), activity: { ...draft, [field]: value }, bulletin, bulletinDay };
      const answer = await ask('organiser', saveActivity, form as never);
      expectCodedAnswer(answer);
      if ('ok' in answer && answer.ok) results.taken += 1;
    }),
    { numRuns: runs },
  );
  expect(results.taken).toBeGreaterThan(0);
  await expectOnlyValidRecords();
});
