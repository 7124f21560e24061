import { answerFeedback } from '#shared/contract/public/answer-feedback';
import { listFeedback } from '#shared/contract/public/list-feedback';
import { listOwnFeedback } from '#shared/contract/public/list-own-feedback';
import { submitFeedback } from '#shared/contract/public/submit-feedback';
import { october } from '../../shared/example-records';
import {
  addPerson,
  answerOf,
  get,
  kept,
  loggedFailure,
  openidOf,
  refused,
  runTheCloud,
  stopClockAt,
} from '../support/running-cloud';

runTheCloud();

beforeEach(() => stopClockAt(october('10 10:00')));
afterEach(() => answerOf('security.msgSecCheck', null));

const written = { text: '报名入口不好找，建议放到首页。', page: 'pages/home/index' };

test('a suggestion reaches the bureau without a name, and the answer reaches who wrote it', async () => {
  const { id } = await get('visitor', submitFeedback, written);
  const open = (await get('bureau', listFeedback, { isAnswered: false, before: null })).feedback;
  expect(open).toMatchObject([{ id, ...written, answer: null, revision: 1 }]);
  expect(JSON.stringify(open)).not.toContain(openidOf('visitor'));

  await stopClockAt(october('10 11:00'));
  await get('bureau', answerFeedback, { id, revision: 1, text: '谢谢，明天改好。' });
  const answer = { text: '谢谢，明天改好。', at: october('10 11:00'), unitName: '广东省中小企业局' };
  expect((await get('visitor', listOwnFeedback, {})).feedback).toMatchObject([{ id, answer }]);
  expect((await get('city', listOwnFeedback, {})).feedback).toEqual([]);
  expect((await get('bureau', listFeedback, { isAnswered: true, before: null })).feedback).toMatchObject([
    { id },
  ]);
});

test('two answers at once: the second sees the first', async () => {
  const { id } = await get('visitor', submitFeedback, written);
  await get('bureau', answerFeedback, { id, revision: 1, text: '已经改好。' });
  expect(await refused('bureau', answerFeedback, { id, revision: 1, text: '正在研究。' })).toMatchObject({
    code: 'CONFLICT',
    details: { current: { answer: { text: '已经改好。' } } },
  });
});

test('the sixth in a day waits until the first is a day old', async () => {
  await addPerson('talkative', null);
  for (let time = 0; time < 5; time += 1) await get('talkative', submitFeedback, written);
  expect(await refused('talkative', submitFeedback, written)).toEqual({
    code: 'RATE_LIMITED',
    details: { retryAt: october('11 10:00') },
  });
  await stopClockAt(october('11 10:00'));
  await get('talkative', submitFeedback, written);
  expect((await get('talkative', listOwnFeedback, {})).feedback).toHaveLength(6);
});

test('what the content check rejects is not kept, and what it cannot check is', async () => {
  await addPerson('rude', null);
  await answerOf('security.msgSecCheck', {
    errcode: 0,
    errmsg: 'ok',
    result: { suggest: 'risky', label: 20001 },
  });
  expect(await refused('rude', submitFeedback, written)).toEqual({
    code: 'CONTENT_REJECTED',
    details: { field: 'text' },
  });
  expect((await get('rude', listOwnFeedback, {})).feedback).toEqual([]);
  await answerOf('security.msgSecCheck', { errcode: -1, errmsg: 'system error' });
  await get('rude', submitFeedback, written);
  expect(await loggedFailure()).toContain('content check could not be asked');
  expect((await get('rude', listOwnFeedback, {})).feedback).toHaveLength(1);
});

test('no text says who wrote it: neither the feedback nor the audit', async () => {
  await get('visitor', submitFeedback, written);
  for (const collection of ['feedback', 'feedback-authors', 'audit', 'rate-limits'])
    expect(JSON.stringify(await kept(collection))).not.toContain(openidOf('visitor'));
});
