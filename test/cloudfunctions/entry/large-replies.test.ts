import { checkSummary } from '#shared/contract/summary/check-summary';
import { october } from '../../shared/example-records';
import {
  cloudAddress,
  get,
  kept,
  newRequestId,
  putDocuments,
  runTheCloud,
  stopClockAt,
  type Kept,
} from '../support/running-cloud';
import { localHeader } from '../../../local/cloud/routes/local-header';

runTheCloud();
beforeAll(() => stopClockAt(october('10 10:00')));

/** What the platform answers a phone with at most. */
const mostBytes = 102_400;

test('a reply of more than the platform answers a phone with goes through storage', async () => {
  const [pattern] = await kept('activities');
  if (pattern === undefined) throw new Error('The demo has activities');
  const many = Array.from({ length: 300 }, (_each, index): Kept => {
    const _id = `large-${String(index).padStart(4, '0')}`;
    return { ...pattern, _id, unitCity: '茂名', state: 'reported', sortKey: `2018-10-09T09:00#${_id}` };
  });
  await putDocuments('activities', many);
  const input = { scope: { kind: 'city', city: '茂名' }, after: null } as const;

  const response = await fetch(`${cloudAddress()}/local/call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...localHeader },
    body: JSON.stringify({
      as: 'bureau',
      function: 'bureau',
      data: { action: 'checkSummary', requestId: newRequestId(), input },
    }),
  });
  const { result } = (await response.json()) as { result: { reply: unknown; replyAt: string } };
  expect(result.reply).toBeNull();
  expect(result.replyAt).toMatch(/^http/);

  const reply = await get('bureau', checkSummary, input);
  expect(JSON.stringify(reply).length).toBeGreaterThan(mostBytes);
  expect(await (await fetch(result.replyAt)).json()).toEqual(reply);
});
